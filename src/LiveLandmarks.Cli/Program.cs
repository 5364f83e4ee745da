using System.CommandLine;
using LiveLandmarks.Capture;
using LiveLandmarks.Cli;
using LiveLandmarks.Commands;

NativeLog.Silence();
return await CommandRunner.RunAsync(
    new RootCommand("Finds faces in pictures, videos and cameras, and tracks their landmarks.")
    {
        Log.Verbose,
        VideoCommand.Create(),
        ImageCommand.Create(),
        LiveCommand.Create(),
        OverlaysCommand.Create(),
        CamerasCommand.Create(),
        ServeCommand.Create(),
        EvalCommand.Create(),
        BenchCommand.Create(),
        ModelsCommand.Create(),
    },
    "livelandmarks",
    args);
