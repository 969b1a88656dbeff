#!/usr/bin/env bash
# Installs the S3 servers of test/foreign/servers.ts into a folder, at fixed versions: moto with pip, VersityGW with Go.
# What cannot be installed is left out; its tests are skipped, and CI fails with fewer than two servers.
set -uo pipefail
folder=${1:?usage: test/foreign/install.sh FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder/bin"

moto() {
  python3 -m venv "$folder/moto" && "$folder/moto/bin/pip" install --quiet --disable-pip-version-check -r "$here/moto.txt"
}
versitygw() {
  GOBIN="$folder/bin" GOFLAGS=-modcacherw go install github.com/versity/versitygw/cmd/versitygw@v1.8.0
}
moto || echo "moto could not be installed: its tests are skipped"
versitygw || echo "VersityGW could not be installed: its tests are skipped"
ls "$folder/moto/bin/moto_server" "$folder/bin" || true
