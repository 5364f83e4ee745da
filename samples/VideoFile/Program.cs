// Finds the landmarks in a folder of videos. A repeated run continues where the last one stopped. README.md explains it step by step.
//     dotnet run --project samples/VideoFile -c Release -- VIDEOS --out RESULTS [--video] [--shard I/N]
using LiveLandmarks.Capture;
using LiveLandmarks.Commands;
using VideoFile;

NativeLog.Silence();
return await CommandRunner.RunAsync(BatchCommand.Create(), "VideoFile", args);
