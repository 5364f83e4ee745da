// The landmarks of a folder of videos; run again, it goes on where it was. README.md goes through it step by step.
//     dotnet run --project samples/VideoFile -c Release -- VIDEOS --out RESULTS [--video] [--shard I/N]
using LiveLandmarks.Capture;
using LiveLandmarks.Commands;
using VideoFile;

NativeLog.Quieten();
return await CommandRunner.RunAsync(BatchCommand.Create(), "VideoFile", args);
