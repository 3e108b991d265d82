"""Finds functions in source text that can stand alone, and lays them out as a prompt and its answer."""

from __future__ import annotations

import ast
import re
import symtable
import sys
import textwrap
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from trainer.data.docstrings import BUILTINS, read_docstring, write_docstring
from trainer.data.instructions import Example, write_head

__all__ = ["functions"]

MAX_BYTES = 600  # of prompt and answer
MAX_STATEMENTS = 15
MAX_SIGNATURE = 100  # characters
MAX_CONSTANT = 120  # characters


class _Refused(Exception):  # noqa: N818  no error: most functions don't fit
    """Why a function is not used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scope:
    """What the names of a module stand for; a name that is bound twice stands for nothing known.

    Attributes:
        imports: From the standard library: the module a name is imported from, "" for `import name`, of which there may
            be several, such as `import os` and `import os.path`.
        definitions: Constants and functions, which can go into a prompt's head.
        bound: All names of the module.
    """

    imports: dict[str, tuple[str, list[ast.alias]]]
    definitions: dict[str, ast.Assign | ast.FunctionDef]
    bound: frozenset[str]


def functions(text: str) -> tuple[list[Example], Counter[str]]:
    """Returns the functions of a module that can stand alone, and why others with docstrings are none.

    A function is taken wherever it stands: at the top level, within another one, or as a method that does not use its
    object, which then loses that parameter. Annotations that need more than the standard library are dropped.
    """
    found, left_out = [], Counter[str]()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes in other people's code
        try:
            module = ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return [], Counter({"does not parse": 1})
        scope, lines = _scope(module), text.split("\n")
        for node, method in _documented(module):
            try:
                found.append(_example(node, lines, scope, method=method))
            except _Refused as reason:
                left_out[str(reason)] += 1
            except RecursionError:  # it parses, but cannot be written out
                left_out["deeply nested"] += 1
    return found, left_out


def _documented(module: ast.Module) -> Iterator[tuple[ast.FunctionDef, bool]]:
    """Yields functions with docstrings, and whether each is a method."""
    waiting: list[tuple[ast.stmt, bool]] = [(node, False) for node in module.body]
    while waiting:
        node, method = waiting.pop()
        if isinstance(node, ast.FunctionDef) and ast.get_docstring(node, clean=False):
            yield node, method
        inside = isinstance(node, ast.ClassDef)
        waiting += [(child, inside) for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt)]


def _scope(module: ast.Module) -> _Scope:
    imports: dict[str, tuple[str, list[ast.alias]]] = {}
    definitions: dict[str, ast.Assign | ast.FunctionDef] = {}
    bound = Counter[str]()
    for node in module.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                name, module = _bound_by(alias), str(getattr(node, "module", ""))
                again = name in imports and not module and not alias.asname and not imports[name][0]
                bound[name] += not again
                if _is_standard(node, alias):
                    imports[name] = (module, [*(imports[name][1] if again else []), alias])
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            bound[node.name] += 1
            if isinstance(node, ast.FunctionDef) and not node.decorator_list:
                definitions[node.name] = node
        else:
            for n in ast.walk(node):
                if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store):
                    bound[n.id] += 1
                elif isinstance(n, ast.FunctionDef | ast.ClassDef):
                    bound[n.name] += 1
                elif isinstance(n, ast.alias):
                    bound[_bound_by(n)] += 1
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                definitions[node.targets[0].id] = node
    return _Scope(
        imports={name: value for name, value in imports.items() if bound[name] == 1},
        definitions={name: node for name, node in definitions.items() if bound[name] == 1},
        bound=frozenset(bound),
    )


def _bound_by(alias: ast.alias) -> str:
    return alias.asname or alias.name.partition(".")[0]


def _is_standard(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> bool:
    if isinstance(node, ast.Import):
        return alias.name.partition(".")[0] in sys.stdlib_module_names
    return not node.level and str(node.module).partition(".")[0] in sys.stdlib_module_names - {"__future__"}


def _head(code: str, own: str, scope: _Scope) -> str:
    """The imports, constants and functions that a function's code needs, and what these need in turn.

    Raises:
        _Refused: They need what is not known, or too much.
    """
    imported: list[str] = []
    definitions: list[ast.Assign | ast.FunctionDef] = []
    waiting, done = sorted(_globals(code)), {own}
    while waiting:
        name = waiting.pop(0)
        if name in done:
            continue
        done.add(name)
        if name in scope.imports:
            imported.append(name)
        elif name in scope.definitions:
            definitions.append(node := scope.definitions[name])
            waiting += sorted(_globals(_short(node)) - {name})
        elif name not in BUILTINS or name in scope.bound:
            raise _Refused("needs another name")
    definitions.sort(key=lambda node: node.lineno)
    return write_head([*_imports(imported, "\n".join([code, *map(ast.unparse, definitions)]), scope), *definitions])


def _imports(names: list[str], code: str, scope: _Scope) -> list[ast.stmt]:
    """The import statements of some names, those from one module together."""
    statements: list[ast.stmt] = []
    by_module: dict[str, list[ast.alias]] = {}
    for name in sorted(names):
        module, aliases = scope.imports[name]
        if module:
            by_module.setdefault(module, []).extend(aliases)
        elif aliases[0].asname:
            statements.append(ast.Import(names=aliases))
        else:  # of os, os.path the ones that are spelt out
            used = {a.name for a in aliases if "." in a.name and re.search(rf"\b{re.escape(a.name)}\b", code)}
            statements += [ast.Import(names=[ast.alias(name=n)]) for n in sorted(used) or [name]]
    return statements + [ast.ImportFrom(module=m, names=by_module[m], level=0) for m in sorted(by_module)]


def _short(node: ast.Assign | ast.FunctionDef) -> str:
    if (node.end_lineno or 0) - node.lineno > MAX_STATEMENTS:
        raise _Refused("needs another name")
    text = ast.unparse(node)
    if len(text) > (MAX_CONSTANT if isinstance(node, ast.Assign) else MAX_BYTES // 2):
        raise _Refused("needs another name")
    return text


def _example(node: ast.FunctionDef, lines: list[str], scope: _Scope, *, method: bool) -> Example:
    _check(node)
    body = _body(node, lines)
    arguments = _without_object(node) if method and not node.decorator_list else node.args
    head, signature = _head_and_signature(node, arguments, body, scope)
    parameters = {a.arg for a in ast.walk(arguments) if isinstance(a, ast.arg)}
    if parameters & {"self", "cls"}:
        raise _Refused("uses its object")
    if not parameters & {n.id for s in node.body for n in ast.walk(s) if isinstance(n, ast.Name)}:
        raise _Refused("uses no argument")
    documented = read_docstring(str(ast.get_docstring(node)), node.name)
    if documented is None:
        raise _Refused("docstring")
    prompt = head + f"{signature}:\n" + write_docstring(documented.lines)
    if len((prompt + body).encode()) > MAX_BYTES or not (prompt + body).isascii():
        raise _Refused("long, or not English")
    if ast.dump(_last(prompt + body)) != ast.dump(ast.Module(body=node.body[1:], type_ignores=[])):
        raise _Refused("layout")  # a string over several lines, an unusual indentation
    return Example(prompt=prompt, answer=body, source="mined", tests=documented.tests, entry_point=node.name)


def _head_and_signature(node: ast.FunctionDef, arguments: ast.arguments, body: str, scope: _Scope) -> tuple[str, str]:
    """Returns what stands before `def f(...)`, and this, without annotations where these need more than is known."""
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    plain = f"def {node.name}({ast.unparse(_arguments(arguments, annotated=False))})"
    reason = _Refused("long signature")
    for signature in (f"def {node.name}({ast.unparse(arguments)}){returns}", plain):
        if len(signature) <= MAX_SIGNATURE:
            code = f"{signature}:\n{body}"
            if node.name in _globals(code) and scope.definitions.get(node.name, node) is not node:
                raise _Refused("needs another name")  # the module's function of that name
            try:
                return _head(code, node.name, scope), signature
            except _Refused as error:
                reason = error
    raise reason


def _last(code: str) -> ast.Module:
    """The statements after the docstring of a file's last function."""
    try:
        function = ast.parse(code).body[-1]
    except (SyntaxError, ValueError):
        raise _Refused("layout") from None
    return ast.Module(body=function.body[1:] if isinstance(function, ast.FunctionDef) else [], type_ignores=[])


def _check(node: ast.FunctionDef) -> None:
    """Raises where the function is no example, from what is cheap to see."""
    if any(not (isinstance(d, ast.Name) and d.id == "staticmethod") for d in node.decorator_list):
        raise _Refused("decorator")
    if node.name.startswith(("__", "test")) or "_test" in node.name or node.name == "main":
        raise _Refused("name")
    inner = [n for statement in node.body[1:] for n in ast.walk(statement)]
    if sum(isinstance(n, ast.stmt) for n in inner) > MAX_STATEMENTS:
        raise _Refused("many statements")
    if any(isinstance(n, ast.AsyncFunctionDef | ast.Await | ast.ClassDef | ast.Global | ast.Nonlocal) for n in inner):
        raise _Refused("async, class or global")
    if not any(isinstance(n, ast.Yield | ast.YieldFrom) or (isinstance(n, ast.Return) and n.value) for n in inner):
        raise _Refused("returns nothing")
    if len(node.body) == 2 and isinstance(inner[0], ast.Return) and isinstance(inner[0].value, ast.Name | ast.Constant):
        raise _Refused("trivial")
    if any(isinstance(n, ast.Name) and n.id in ("NotImplementedError", "NotImplemented") for n in inner):
        raise _Refused("not implemented")
    for n in inner:
        if isinstance(n, ast.Import | ast.ImportFrom) and not all(_is_standard(n, alias) for alias in n.names):
            raise _Refused("needs another name")


def _body(node: ast.FunctionDef, lines: list[str]) -> str:
    """The source of the statements after the docstring, with their comments, indented by four."""
    start, end = node.body[0].end_lineno or 0, node.end_lineno or 0
    source = lines[start:end]
    if not source or "\t" in "".join(source) or node.body[1].lineno <= start:
        raise _Refused("layout")
    body = textwrap.indent(textwrap.dedent("\n".join(source)).strip("\n"), "    ")
    return "\n".join(line.rstrip() for line in body.split("\n")) + "\n"


def _arguments(arguments: ast.arguments, *, annotated: bool, skip: int = 0) -> ast.arguments:
    """A copy, without annotations or without the first parameters."""

    def plain(argument: ast.arg | None) -> ast.arg | None:
        return argument if argument is None or annotated else ast.arg(arg=argument.arg)

    positional = [plain(a) for a in arguments.posonlyargs + arguments.args]
    n_only = len(arguments.posonlyargs)
    return ast.arguments(
        posonlyargs=positional[skip:n_only],
        args=positional[max(skip, n_only) :],
        vararg=plain(arguments.vararg),
        kwonlyargs=[plain(a) for a in arguments.kwonlyargs],
        kw_defaults=arguments.kw_defaults,
        kwarg=plain(arguments.kwarg),
        defaults=arguments.defaults,
    )


def _without_object(node: ast.FunctionDef) -> ast.arguments:
    """A method's parameters without the object; raises where the method uses it."""
    parameters = node.args.posonlyargs + node.args.args
    inner = (n for statement in node.body for n in ast.walk(statement))
    if not parameters or len(node.args.defaults) == len(parameters):
        raise _Refused("uses its object")
    if any(isinstance(n, ast.Name) and n.id in (parameters[0].arg, "super", "__class__") for n in inner):
        raise _Refused("uses its object")
    return _arguments(node.args, annotated=True, skip=1)


def _globals(code: str) -> frozenset[str]:
    """The names that code looks up outside of itself."""
    try:
        waiting = [symtable.symtable(code, "function", "exec")]
    except (SyntaxError, ValueError, RecursionError):
        raise _Refused("layout") from None
    top, names = waiting[0], set()
    while waiting:
        table = waiting.pop()
        waiting += table.get_children()
        for symbol in table.get_symbols():
            if symbol.is_referenced() and (symbol.is_global() or table is top):
                names.add(symbol.get_name())
    return frozenset(names)
