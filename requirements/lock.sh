#!/bin/sh
# Writes the lock files again after a change of pyproject.toml. Needs uv.
set -eu
cd "$(dirname "$0")/.."
lock="uv pip compile --universal --python-version 3.11 --generate-hashes --only-binary :all: \
  --no-emit-index-url --no-header --quiet"
$lock pyproject.toml --extra local -o requirements/runtime.txt
$lock pyproject.toml --all-extras --group test --group lint --group build \
  -c requirements/runtime.txt -o requirements/dev.txt
# The model of secrets learns from code that is installed: training has the tools of dev.txt.
# What PyTorch itself needs is in train.txt, PyTorch in train-cpu.txt (by hand) or train-cuda.txt.
$lock pyproject.toml requirements/train.in --extra train --group test --group lint --group build \
  -c requirements/dev.txt --override requirements/train.without \
  --no-emit-package torch -o requirements/train.txt
grep '^torch' requirements/train.in | $lock - -c requirements/train.txt -o requirements/train-cuda.txt
$lock requirements/peers.in -o requirements/peers.txt
$lock requirements/detect-peers.in --override requirements/detect-peers.without \
  -o requirements/detect-peers.txt
$lock requirements/openwebui.in --override requirements/openwebui.without \
  -o requirements/openwebui.txt
