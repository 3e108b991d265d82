#!/usr/bin/env bash
# Puts all that a promotion on a GPU machine without network needs into one folder; run.sh in it is the one command there.
#
#   AUTONAS_DATA=FOLDER_OF_BENCHMARKS benchmarks/large_promotion/prepare.sh FOLDER [MAX_BYTES]
#
# MAX_BYTES of text at most (default: 230 MB, which packs into 34 MB). Wheels are for the Python of the GPU machine
# (PYTHON_VERSION, default 3.12, on x86-64); PACKAGES are what an image with PyTorch usually lacks.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
folder=$1
max_bytes=${2:-230000000}
python=${PYTHON:-python3}
version=${PYTHON_VERSION:-3.12}
packages=${PACKAGES:-optuna sqlalchemy alembic colorlog mako moocore cffi pycparser platformdirs plotly narwhals datasketch}
limit=$((60 * 1024 * 1024))

mkdir -p "$folder/data" "$folder/wheels"
cp "$here/study.py" "$here/run.sh" "$folder/"
for name in HumanEval.jsonl mbpp.jsonl; do
    cp "${AUTONAS_DATA:?names the folder with HumanEval.jsonl and mbpp.jsonl}/$name" "$folder/data/"
done
rm -f "$folder"/wheels/*
source=$(mktemp -d) # a build in place would leave its files in the checkout
trap 'rm -rf "$source"' EXIT
cp -r "$root"/{pyproject.toml,README.md,LICENSE,autonas,evaluators,search_spaces,studies,trainer} "$source"
"$python" -m pip wheel --quiet --no-deps --wheel-dir "$folder/wheels" "$source"
platforms=()
for platform in manylinux_2_28 manylinux_2_27 manylinux_2_17 manylinux2014; do
    platforms+=(--platform "${platform}_x86_64")
done
# shellcheck disable=SC2086
"$python" -m pip download --quiet --no-deps --only-binary :all: --python-version "$version" --implementation cp \
    "${platforms[@]}" --constraint <(grep -v -E '^(pip|setuptools)==' "$root/constraints.txt") --dest "$folder/wheels" $packages
[ -e "$folder/corpus.tar.xz" ] || "$python" -m autonas.cli data --study "$here/study.py" \
    --set "trainer.corpus.max_bytes=$max_bytes" --pack "$folder/corpus.tar.xz"

size=$(du --bytes --summarize "$folder" | cut -f1)
echo "$folder holds $size bytes; there: bash run.sh WORK"
[ "$size" -le "$limit" ] || { echo "more than $limit bytes: give a smaller MAX_BYTES" >&2; exit 1; }
