"""E-mail addresses and file names: whether they are acceptable, and their parts."""

from __future__ import annotations

from trainer.data.exercises.draw import Draw
from trainer.data.exercises.sketch import Param, Sketch

__all__ = ["address"]


def address(d: Draw) -> Sketch:
    """E-mail addresses, file names, web addresses."""
    s = d.name("address text email s contact")
    form = d.number(0, 8)
    mails = ["ann@mail.com", "annmail.com", "a@b@c.com", "@mail.com", "ann@mail", "x.y@z", "bob@web.org"]
    inputs = [repr(x) for x in mails]
    if form < 3:
        dot = d.chance(0.7)
        after = "a dot somewhere after it" if dot else "something after it"
        end = "name != '' and '.' in domain" if dot else "name != '' and domain != ''"
        return Sketch(
            names=["looks_like_email", "is_email", "valid_email", "check_address", "is_valid_address", "accept_email", "is_valid_email", "email_ok"],  # noqa: E501
            params=[Param(s, "word")],
            bodies=[
                f"if {s}.count('@') != 1:\n    return False\nname, domain = {s}.split('@')\nreturn {end}",
                f"parts = {s}.split('@')\nreturn len(parts) == 2 and parts[0] != '' and {chr(39) + '.' + chr(39) + ' in parts[1]' if dot else 'parts[1] != ' + chr(39) * 2}",  # noqa: E501
            ],
            returns="bool",
            whether=[
                f"{s} contains exactly one '@', with something before it and {after}",
                f"{s} looks like an e-mail address: exactly one '@', something before it and {after}",
            ],
            do=[
                f"Accept {s} if it contains exactly one '@', with something before it and {after}",
                f"Validate {s} as an e-mail address: a single '@', something before it and {after}",
            ],
            sentences=[
                f"Does {s} have one '@' and no more, with at least one character before it and {after}?",
                f"Could {s} be an e-mail address? It needs exactly one '@', something before it and {after}.",
                f"Given a string {s}, tell if it has a single '@', is not empty before it and has {after}.",
                f"An address has just one '@', with text before it and {after}. Is {s} one?",
                f"False if {s} has no '@' or several, or has nothing before it, or lacks {after}; else True."
                if dot
                else f"False if {s} has no '@' or several, or has nothing before or after it; else True.",
            ],
            inputs=[*inputs, "'ann@'"],
        )  # fmt: skip
    if form == 3:
        code, said, noun, names = d.one(
            (f"{s}.split('@')[0]", "before the '@'", "user name", "user_name local_part name_of get_user mail_user before_at username user_of"),  # noqa: E501
            (f"{s}.split('@')[1]", "after the '@'", "domain", "domain host mail_server get_domain email_domain after_at domain_of server_of"),  # noqa: E501
            (f"{s}.split('@')[1].split('.')[0]", "between the '@' and the next dot", "provider", "provider company get_provider mail_provider provider_of site_name short_domain host_name"),  # noqa: E501
        )  # fmt: skip
        return Sketch(
            names=names.split(),
            params=[Param(s, "word1")],
            bodies=[f"return {code}"],
            returns="str",
            what=[
                f"the part of the e-mail address {s} {said}",
                f"what stands {said} in the e-mail address {s}",
                f"the {noun} of the e-mail address {s}, which is the part {said}",
            ],
            do=[
                f"Cut out of the e-mail address {s} what is {said}",
                f"Extract the {noun} from the e-mail address {s}: everything {said}",
                f"Pick out the text {said} from {s}, an e-mail address",
            ],
            sentences=[
                f"What is the {noun} in the e-mail address {s}, that is, the part {said}?",
                f"Given an e-mail address {s}, give back only the characters {said}.",
                f"Get rid of everything in the e-mail address {s} except the part {said}.",
            ],
            inputs=[x for x in inputs if x.count("@") == 1 and "'@" not in x] + ["'eve@home.net'", "'tom@uni.edu'"],
        )
    f = d.name("filename path file_name file")
    files = [repr(x) for x in ("notes.txt", "archive.tar.gz", "README", "image.PNG", "strange.", "a.b", ".hidden")]
    if form < 6:
        none, said = d.one(("''", "an empty string"), ("''", "''"), ("None", "None"))
        keep = d.chance(0.2)
        with_dot = "with" if keep else "without"
        bodies = [
            f"if '.' not in {f}:\n    return {none}\nreturn {chr(39) + '.' + chr(39) + ' + ' if keep else ''}{f}.split('.')[-1]"  # noqa: E501
        ] * 2 + ([] if keep else [f"return {f}.split('.')[-1] if '.' in {f} else {none}"])
        return Sketch(
            names=[
                "file_extension",
                "extension",
                "get_extension",
                "suffix",
                "file_type",
                "ending_of",
                "file_suffix",
                "ext",
            ],
            params=[Param(f, "word")],
            bodies=bodies,
            returns="str | None" if none == "None" else "str",
            what=[
                f"what follows the last dot of {f}{', with the dot' if keep else ''}",
                f"the extension of {f}, {with_dot} the dot before it",
                f"the part of {f} {'from' if keep else 'after'} its last dot{' on' if keep else ''}",
            ],
            do=[
                f"Find the extension of the file name {f}: {'the last dot and what follows it' if keep else 'what follows the last dot'}",  # noqa: E501
                f"Get the file extension of {f}, {with_dot} its dot",
                f"Cut off everything {'before' if keep else 'up to and including'} the last dot of {f} and return the rest",  # noqa: E501
            ],
            sentences=[
                f"What extension does the file name {f} have? Return it {with_dot} the dot.",
                f"Given a file name {f}, such as 'a.b.txt', return its ending, here '{'.' if keep else ''}txt'.",
                f"Which type of file is {f}? Give back the characters after its last dot{', and the dot too' if keep else ''}.",  # noqa: E501
            ],
            edge=d.one(f"Return {said} if there is no dot.", f"Without a dot, it is {said}."),
            inputs=files,
        )
    if form == 6:
        return Sketch(
            names=["without_extension", "stem", "base_name", "drop_extension", "remove_extension", "strip_extension", "file_stem", "cut_extension"],  # noqa: E501
            params=[Param(f, "word")],
            bodies=[
                f"if '.' not in {f}:\n    return {f}\nreturn {f}[:{f}.rindex('.')]",
                f"return {f}.rsplit('.', 1)[0]",
            ],
            returns="str",
            what=[
                f"the file name {f} without its last dot and what follows it",
                f"what stands before the last dot of {f}, or all of {f} if it has no dot",
                f"the part of the file name {f} in front of its last dot, all of it if there is none",
            ],
            do=[
                f"Cut the extension off the file name {f}: its last dot and what follows",
                f"Remove the last dot of {f} and everything after it, if there is a dot",
                f"Strip the file extension, from the last dot on, from {f}",
            ],
            sentences=[
                f"What is the file name {f} called without the last dot and the extension after it?",
                f"Given a file name such as 'a.b.txt' in {f}, drop only its last ending, so that 'a.b' is left.",
                f"Get rid of the extension of {f}, that is, of the last dot and the characters behind it.",
            ],
            edge=d.one("", "A name without a dot stays the same."),
            inputs=files,
        )  # fmt: skip
    ends = d.random.sample(["txt", "csv", "png", "jpg", "py", "md", "html"], d.one(1, 2, 2, 3))
    said = " or ".join(f"'.{e}'" for e in ends)
    low = d.chance(0.4)
    case = "in small or capital letters" if low else "written exactly like that"
    tuple_ = f"'.{ends[0]}'" if len(ends) == 1 else "(" + ", ".join(f"'.{e}'" for e in ends) + ")"
    if form == 7:
        return Sketch(
            names=[
                "is_allowed",
                "has_good_ending",
                "is_supported",
                "accept_file",
                "right_type",
                "has_extension",
                "check_extension",
                "allowed_file",
            ],
            params=[Param(f, "word")],
            bodies=[f"return {f}{'.lower()' if low else ''}.endswith({tuple_})"],
            returns="bool",
            whether=[
                f"{f} ends in {said}{', in either case' if low else ''}",
                f"the file name {f} has the ending {said}, {case}",
                f"the last characters of {f} are {said}, {case}",
                f"{f} is the name of a file that ends with {said} ({case})",
            ],
            do=[f"Accept the file name {f} if it ends with {said}, {case}, and refuse others (False)"],
            sentences=[
                f"Does {f} end with {said}, {case}?",
                f"Only names ending in {said} are allowed, {case}. Is {f} allowed?",
                f"Given a file name {f}, look if its ending is {said}, {case}.",
                f"True for a name {f} that ends in {said}, {case}; False for any other.",
            ],
            inputs=[
                f"'a.{ends[0]}'",
                f"'b.{ends[-1].upper()}'",
                f"'{ends[0]}'",
                f"'c.{ends[0]}.zip'",
                f"'d.x.{ends[-1]}'",
                "'notes'",
            ],
        )
    return Sketch(
        names=["file_part", "file_of_path", "last_part", "base", "basename", "path_end", "last_component", "after_last_slash"]  # noqa: E501
        if d.chance(0.5)
        else ["name_of_file", "strip_folders", "remove_folders", "drop_directories", "get_filename", "without_path", "path_to_name", "strip_path"],  # noqa: E501
        params=[Param(f, "word")],
        bodies=[f"return {f}.split('/')[-1]"],
        returns="str",
        what=[
            f"what follows the last '/' of {f}, or all of it if there is none",
            f"the last part of the path {f}, whose parts are separated by '/'",
            f"the part of {f} behind its last slash, all of {f} if it has no slash",
        ],
        do=[
            f"Cut everything up to the last '/' off {f}, and nothing if it has no '/'",
            f"Strip the folders from the path {f}, so that only what is after the last '/' is left",
            f"Find the last component of the path {f}, with '/' as separator",
        ],
        sentences=[
            f"What comes last in the path {f} when it is split at '/'?",
            f"Given a path such as 'a/b/c.txt' in {f}, return its end, here 'c.txt'. Without '/', it is the whole.",
            f"Throw away all folders in {f}: everything before and including the last '/', if there is one.",
        ],
        inputs=["'a/b.txt'", "'c'", "'/home/ann/x.py'", "'folder/'", "'one/two/three'"],
    )  # fmt: skip
