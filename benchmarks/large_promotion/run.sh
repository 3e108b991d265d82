#!/usr/bin/env bash
# Promotes a decoder of 29M parameters on the GPU of a machine without network, in 20 minutes. Made for the folder that
# prepare.sh fills; killed at any point, the same command goes on.
#
#   bash run.sh WORK [OPTION OF autonas promote ...]
#
# To rehearse it without a GPU: DEVICE=cpu and, for the search, SEARCH_OPTIONS="--set space.layers=1 ..."
#
# WORK takes the corpus, the study and the run; the report card is WORK/runs/large/0/report.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
work=$(cd "$1" && pwd)
shift
python=${PYTHON:-python3}
device=${DEVICE:-cuda}

if [ ! -d "$work/site" ]; then
    rm -rf "$work/site.partial"
    "$python" -m pip install --quiet --no-index --no-deps --no-compile --target "$work/site.partial" "$here"/wheels/*.whl
    mv "$work/site.partial" "$work/site"
fi
export PYTHONPATH=$work/site AUTONAS_CACHE=$work/cache AUTONAS_DATA=$here/data PYTHONUNBUFFERED=1
storage=sqlite:///$work/autonas.db
autonas() { echo "[$((SECONDS / 60)) min] autonas $1" && "$python" -m autonas.cli "$@"; }

autonas sandbox check --level "${SANDBOX:-strong}"
# shellcheck disable=SC2086
autonas search --study "$here/study.py" --trials 1 --device "$device" --storage "$storage" --out "$work/runs" \
    ${SEARCH_OPTIONS:-}
autonas promote 0 --study large --device "$device" --storage "$storage" --out "$work/runs" "$@"
autonas benchmark "$work/runs/large/0" --suite mini,aside,humaneval --samples 20 --device "$device"
echo "[$((SECONDS / 60)) min] done"
