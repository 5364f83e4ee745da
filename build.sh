#!/usr/bin/env bash
# Builds, tests and demonstrates LiveLandmarks. Installs whatever is missing first; a second run installs nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly configuration=Release
readonly log=artifacts/setup.log

# Not available from NuGet: ffmpeg for network streams and H.264, and the libraries that OpenCV's native library needs on Linux.
readonly apt_packages=(ffmpeg libgtk-3-0 libatomic1)

say() { printf '%s\n' "$*"; }
fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

usage() {
  cat <<'TEXT'
usage: ./build.sh COMMAND

  demo     makes a video of a real face with its landmarks: artifacts/demo/demo.mp4, demo.jsonl, frame-*.png
  test     builds everything and runs the tests; --all includes the slow ones
  train    trains a small network on faces that the trainer draws, then measures, exports and runs it
  bench    measures what a frame costs, stage by stage (options are passed to 'livelandmarks bench')
  docs     makes web pages of the documents and an API reference: artifacts/docs
  pack     packs the libraries and tools for NuGet: artifacts/packages
  api      adds new public members of the libraries to their PublicAPI.Unshipped.txt
  build    builds the programs: artifacts/bin/livelandmarks and livelandmarks-train
  setup    installs only what building needs

Each command sets up whatever is missing first.
TEXT
}

# FaceONNX is not on every package feed. This is checked once; the result is kept in the git-ignored FaceOnnx.props.
look_for_faceonnx() {
  [[ -f FaceOnnx.props ]] && return
  say 'checking whether the package FaceONNX can be restored ...'
  local found=true answer
  if ! answer=$(dotnet restore src/LiveLandmarks.FaceOnnx -p:WithFaceOnnx=true 2>&1); then
    # NU1101 and NU1102: the feed was reached but has no such package or version.
    grep -qE 'NU110[12].*FaceONNX' <<< "$answer" || fail "packages cannot be restored:"$'\n'"$answer"
    say '  it cannot; building without its detector (delete FaceOnnx.props to check again)'
    found=false
  fi
  printf '<Project>\n  <PropertyGroup>\n    <WithFaceOnnx>%s</WithFaceOnnx>\n  </PropertyGroup>\n</Project>\n' $found > FaceOnnx.props
}

is_installed() { dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed; }

install_system_packages() {
  [[ $(uname -s) == Linux ]] || return 0
  if ! command -v apt-get > /dev/null; then
    command -v ffmpeg > /dev/null || say 'ffmpeg is not installed: no network streams, and recordings are MPEG-4 part 2, which browsers do not play'
    local library
    for library in libgtk-3.so.0 libatomic.so.1; do
      ldconfig -p | grep -qF "$library" || fail "$library is missing, which OpenCV needs; install it (GTK 3, GCC's libatomic)."
    done
    return
  fi
  local missing=() package
  for package in "${apt_packages[@]}"; do
    # On newer systems libgtk-3-0 is named libgtk-3-0t64.
    is_installed "$package" || is_installed "${package}t64" || missing+=("$package")
  done
  (( ${#missing[@]} )) || return 0

  local root=()
  if (( EUID != 0 )); then
    command -v sudo > /dev/null || fail "run as root, or install these packages first: ${missing[*]}"
    root=(sudo)
  fi
  say "installing with apt: ${missing[*]} ..."
  "${root[@]}" apt-get update >> "$log" 2>&1 || fail "apt-get update failed; see $log"
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >> "$log" 2>&1 \
    || fail "apt-get install failed; see $log"
  say "  $(grep -h 'Need to get' "$log" | tail -n 1)"
}

setup() {
  command -v dotnet > /dev/null || fail 'the .NET SDK 10 is missing: https://dotnet.microsoft.com/download'
  mkdir -p artifacts/bin
  local start=$SECONDS
  install_system_packages
  look_for_faceonnx
  (( SECONDS - start < 5 )) || say "set up in $((SECONDS - start)) s"
}

build() {
  setup
  say 'building ...'
  dotnet build LiveLandmarks.sln -c $configuration --nologo -v quiet -clp:NoSummary
  ln -sfn ../build/bin/LiveLandmarks.Cli/release/LiveLandmarks.Cli artifacts/bin/livelandmarks
  ln -sfn ../build/bin/LiveLandmarks.Training/release/LiveLandmarks.Training artifacts/bin/livelandmarks-train
}

# The last line printed is 'N passed, N failed, N skipped', summed over all test projects.
run_tests() {
  build
  local status=0 selection=(--filter 'Duration!=Long')
  if [[ ${1:-} == --all ]]; then
    shift
    selection=()
  elif [[ " $* " == *' --filter '* ]]; then
    selection=()
  fi
  # Projects run one after another, since some tests measure times.
  dotnet test LiveLandmarks.sln -c $configuration --no-build --nologo -m:1 "${selection[@]}" "$@" 2>&1 | tee artifacts/test.log || status=$?
  sed -n 's/.*Failed: *\([0-9]*\), Passed: *\([0-9]*\), Skipped: *\([0-9]*\).*/\1 \2 \3/p' artifacts/test.log \
    | awk '{ failed += $1; passed += $2; skipped += $3 } END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped; exit passed == 0 }' || status=1
  return $status
}

demo() {
  build
  artifacts/bin/livelandmarks video samples/media/collins.mp4 --out artifacts/demo/demo.mp4 --json artifacts/demo/demo.jsonl --snapshot 15 75 135 195
  say "results in artifacts/demo: $(ls artifacts/demo | tr '\n' ' ')"
}

# Trains a small network on faces that the trainer draws, measures and exports it, and runs it with livelandmarks.
train() {
  build
  local folder=artifacts/train trainer=artifacts/bin/livelandmarks-train
  $trainer synth $folder/data
  $trainer train $folder/data --preset quick --out $folder/run --checkpoint-every 200 --validate 50
  $trainer export $folder/run/best.ckpt --name quick --out $folder/models --measure-on $folder/data --license 'free to use' --trained-on 'faces drawn by livelandmarks-train synth'
  cp models/face-detector.* $folder/models
  artifacts/bin/livelandmarks eval $folder/data/val --models $folder/models --model quick
}

# Web pages of the documents and of the libraries' documentation comments, by docfx.
docs() {
  build
  dotnet tool restore > /dev/null || fail 'docfx cannot be restored; see .config/dotnet-tools.json'
  rm -rf artifacts/docs artifacts/docs-api
  dotnet docfx docfx.json --warningsAsErrors > artifacts/docs.log 2>&1 || { grep -E 'warning|error' artifacts/docs.log >&2; fail 'docfx failed; see artifacts/docs.log'; }
  say 'look at artifacts/docs/README.html'
}

# Adds new public members to PublicAPI.Unshipped.txt. A listed member that no longer exists fails the build; delete its line by hand.
write_api() {
  local file added
  for file in src/*/PublicAPI.Unshipped.txt; do
    added=$(dotnet build "${file%/*}" -c $configuration --nologo -v quiet -clp:NoSummary -p:WarningsNotAsErrors=RS0016 | sed -nE "s/.*RS0016: Symbol '(.*)' is not part of the declared public API.*/\1/p" | sort -u)
    [[ -n $added ]] || continue
    { echo '#nullable enable'; { tail -n +2 "$file"; printf '%s\n' "$added"; } | LC_ALL=C sort -u; } > "$file.new"
    mv "$file.new" "$file"
    say "$file: $(wc -l <<< "$added") lines added"
  done
}

# Makes one package per project. The trainer is packed twice: as a library and as a tool.
pack() {
  setup
  say 'packing ...'
  local out=${LIVELANDMARKS_PACKAGES:-artifacts/packages} project projects=(src/LiveLandmarks*/)
  rm -rf "$out"
  for project in "${projects[@]}"; do
    pack_project "$out" "$project"
  done
  pack_project "$out" src/LiveLandmarks.Training -p:TrainerAsTool=true
  say "packages in $out:"
  ls "$out"
}

pack_project() {
  local out=$1 project=$2
  shift 2
  dotnet pack "$project" -c $configuration -o "$out" --nologo -v quiet -clp:NoSummary -p:ContinuousIntegrationBuild=true "$@" || fail "$project cannot be packed"
}

command=${1:-help}
(( $# )) && shift
case $command in
  setup) setup ;;
  build) build ;;
  test) run_tests "$@" ;;
  demo) demo ;;
  train) train ;;
  docs) docs ;;
  pack) pack ;;
  api) write_api ;;
  bench) build; artifacts/bin/livelandmarks bench "$@" ;;
  help | -h | --help) usage ;;
  *) usage >&2; exit 2 ;;
esac
