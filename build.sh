#!/usr/bin/env bash
# Builds, tests and demonstrates LiveLandmarks; sets up whatever is missing first and does nothing the second time.
# For what is set up and why see docs/adr/0001-native-libraries.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly configuration=Release
readonly native=artifacts/native
readonly log=artifacts/setup.log

# The npm package with ONNX Runtime's C# sources and native libraries, for NativePackages=system.
readonly ort_package=com.github.asus4.onnxruntime@0.4.9
readonly ort_sha512=064cf176e499f4891e0cfe90f25cf64c553689eee1492bd2ed921fccca28131a2ad02373267bae19a509ec8b288c182a3b8a2e0f58d76a1f0e63225b08ddbd16

readonly apt_packages=(
  cmake g++ make ffmpeg
  libopencv-core-dev libopencv-imgproc-dev libopencv-imgcodecs-dev
  libopencv-videoio-dev libopencv-highgui-dev libopencv-calib3d-dev
  libtorch-dev
)

say() { printf '%s\n' "$*"; }
fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

usage() {
  cat <<'TEXT'
usage: ./build.sh COMMAND

  demo     a video of a real face with its landmarks: artifacts/demo/demo.mp4, demo.jsonl, frame-*.png
  test     builds everything and runs all tests
  train    a small network on faces that the trainer draws: trained, measured, exported and run
  bench    what a frame costs, stage by stage (options go to 'livelandmarks bench')
  build    builds the programs: artifacts/bin/livelandmarks and livelandmarks-train
  setup    only what building needs

Each command sets up whatever is missing first. NativePackages=nuget or =system in the environment
overrides the probe for where native libraries come from.
TEXT
}

# Native libraries come with NuGet packages where the feed has them, else from this system.
choose_native_packages() {
  if [[ -n ${NativePackages:-} ]]; then
    [[ $NativePackages == nuget || $NativePackages == system ]] || fail "NativePackages is '$NativePackages'; use nuget or system."
    choice=$NativePackages
  elif [[ -f NativePackages.props ]]; then
    choice=$(sed -n 's:.*<NativePackages>\(.*\)</NativePackages>.*:\1:p' NativePackages.props)
    return
  elif can_restore_native_packages; then
    choice=nuget
  else
    choice=system
  fi
  say "native libraries: $choice"
  printf '<Project>\n  <PropertyGroup>\n    <NativePackages>%s</NativePackages>\n  </PropertyGroup>\n</Project>\n' "$choice" > NativePackages.props
}

can_restore_native_packages() {
  [[ $(uname -sm) == 'Linux x86_64' || $(uname -s) == Darwin ]] || return 1
  local folder ids id
  folder=$(mktemp -d)
  ids='OpenCvSharp4 Microsoft.ML.OnnxRuntime FaceONNX'
  [[ $(uname -s) == Darwin ]] && ids+=' OpenCvSharp4.runtime.osx.arm64' || ids+=' OpenCvSharp4.official.runtime.linux-x64'
  {
    printf '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>'
    for id in $ids; do
      printf '<PackageReference Include="%s" Version="%s" />' "$id" "$(sed -n "s/.*Include=\"$id\" Version=\"\([^\"]*\)\".*/\1/p" Directory.Packages.props)"
    done
    printf '</ItemGroup></Project>'
  } > "$folder/probe.csproj"
  say 'looking whether the NuGet feed has the native packages ...'
  local found=0
  dotnet restore "$folder/probe.csproj" >> "$log" 2>&1 || found=1
  rm -rf "$folder"
  return $found
}

install_apt_packages() {
  local missing=() package
  for package in "${apt_packages[@]}"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  command -v npm > /dev/null || missing+=(npm)
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

require_system_packages() {
  if command -v apt-get > /dev/null; then
    install_apt_packages
    return
  fi
  local missing=() tool
  for tool in cmake c++ npm; do
    command -v "$tool" > /dev/null || missing+=("$tool")
  done
  (( ${#missing[@]} == 0 )) || fail "not found: ${missing[*]}. Install CMake, a C++17 compiler, npm and OpenCV 4 with its headers (Debian's names: ${apt_packages[*]} npm)."
}

unpack_onnxruntime() {
  [[ $(uname -sm) == 'Linux x86_64' ]] || fail "NativePackages=system knows ONNX Runtime for Linux on x86-64 only; use NativePackages=nuget."
  [[ -f $native/onnxruntime/complete ]] && return
  say "downloading $ort_package with npm (150 MB) ..."
  local folder
  folder=$(mktemp -d)
  npm pack "$ort_package" --pack-destination "$folder" >> "$log" 2>&1 || fail "npm pack failed; see $log"
  sha512sum "$folder"/*.tgz | grep -q "^$ort_sha512 " || fail "$ort_package is not the file that was expected (SHA-512 differs)."
  rm -rf "$native/onnxruntime"
  mkdir -p "$native/onnxruntime"
  tar -xzf "$folder"/*.tgz -C "$native/onnxruntime" --strip-components=1 --wildcards --exclude='*.meta' \
    'package/Runtime/*' 'package/Plugins/Linux/x64/*' package/LICENSE package/ThirdPartyNotices.txt
  rm -rf "$folder"
  touch "$native/onnxruntime/complete"
}

build_shims() {
  local shim
  for shim in opencv torch; do
    [[ -f $native/$shim/CMakeCache.txt ]] || cmake -S "src/Bindings/native/$shim" -B "$native/$shim" -DCMAKE_BUILD_TYPE=Release >> "$log" 2>&1 \
      || fail "CMake cannot configure the $shim shim; see $log"
    cmake --build "$native/$shim" >> "$log" 2>&1 || fail "the $shim shim does not compile; see $log"
  done
}

setup() {
  command -v dotnet > /dev/null || fail 'the .NET SDK 10 is missing: https://dotnet.microsoft.com/download'
  mkdir -p artifacts/bin "$native"
  local start=$SECONDS
  choose_native_packages
  if [[ $choice == system ]]; then
    require_system_packages
    unpack_onnxruntime
    build_shims
  fi
  (( SECONDS - start < 5 )) || say "set up in $((SECONDS - start)) s"
}

build() {
  setup
  say 'building ...'
  dotnet build LiveLandmarks.sln -c $configuration --nologo -v quiet -clp:NoSummary
  ln -sfn ../build/bin/LiveLandmarks.Cli/release/LiveLandmarks.Cli artifacts/bin/livelandmarks
  ln -sfn ../build/bin/LiveLandmarks.Training/release/LiveLandmarks.Training artifacts/bin/livelandmarks-train
}

# Ends with one plain line, 'N passed, N failed, N skipped', over all test projects.
run_tests() {
  build
  local status=0
  dotnet test LiveLandmarks.sln -c $configuration --no-build --nologo "$@" 2>&1 | tee artifacts/test.log || status=$?
  sed -n 's/.*Failed: *\([0-9]*\), Passed: *\([0-9]*\), Skipped: *\([0-9]*\).*/\1 \2 \3/p' artifacts/test.log \
    | awk '{ failed += $1; passed += $2; skipped += $3 } END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped; exit passed == 0 }' || status=1
  return $status
}

demo() {
  build
  artifacts/bin/livelandmarks video samples/media/collins.mp4 --out artifacts/demo/demo.mp4 --json artifacts/demo/demo.jsonl --snapshot 15 75 135 195
  say "look at artifacts/demo: $(ls artifacts/demo | tr '\n' ' ')"
}

# A small network on faces that the trainer draws itself: trained, measured, exported, and run by the other program.
train() {
  build
  local folder=artifacts/train trainer=artifacts/bin/livelandmarks-train
  $trainer synth $folder/data
  $trainer train $folder/data --preset quick --out $folder/run --checkpoint-every 200 --validate 50
  $trainer export $folder/run/best.ckpt --name quick --out $folder/models --measure-on $folder/data --licence 'free to use' --trained-on 'faces drawn by livelandmarks-train synth'
  cp models/face-detector.* $folder/models
  artifacts/bin/livelandmarks eval $folder/data/val --models $folder/models --model quick
}

command=${1:-help}
(( $# )) && shift
case $command in
  setup) setup ;;
  build) build ;;
  test) run_tests "$@" ;;
  demo) demo ;;
  train) train ;;
  bench) build; artifacts/bin/livelandmarks bench "$@" ;;
  help | -h | --help) usage ;;
  *) usage >&2; exit 2 ;;
esac
