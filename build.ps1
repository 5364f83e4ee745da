<#
.SYNOPSIS
Builds, tests and demonstrates LiveLandmarks on Windows, with the native libraries of the public NuGet feed.
.PARAMETER Command
demo, test, bench, build or help.
.PARAMETER Rest
Further options for 'bench' and 'test'.
#>
param(
    [ValidateSet('demo', 'test', 'bench', 'build', 'help')] [string] $Command = 'help',
    [Parameter(ValueFromRemainingArguments)] [string[]] $Rest = @()
)
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

function Invoke-Checked([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

function Build {
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        throw 'The .NET SDK 10 is missing: https://dotnet.microsoft.com/download'
    }
    Invoke-Checked dotnet @('build', 'LiveLandmarks.sln', '-c', 'Release', '--nologo', '-v', 'quiet')
    New-Item -ItemType Directory -Force artifacts/bin | Out-Null
    Set-Content artifacts/bin/livelandmarks.cmd '@"%~dp0..\build\bin\LiveLandmarks.Cli\release\LiveLandmarks.Cli.exe" %*'
}

switch ($Command) {
    'build' { Build }
    'test' { Build; Invoke-Checked dotnet (@('test', 'LiveLandmarks.sln', '-c', 'Release', '--no-build', '--nologo') + $Rest) }
    'bench' { Build; Invoke-Checked artifacts/bin/livelandmarks.cmd (@('bench') + $Rest) }
    'demo' {
        Build
        Invoke-Checked artifacts/bin/livelandmarks.cmd @('video', 'samples/media/collins.mp4', '--out', 'artifacts/demo/demo.mp4',
            '--json', 'artifacts/demo/demo.jsonl', '--snapshot', '15', '75', '135', '195')
        Get-ChildItem artifacts/demo
    }
    'help' { 'usage: .\build.ps1 demo | test | bench | build' }
}
