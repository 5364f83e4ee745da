using LiveLandmarks.Cli;

NativeLog.Quieten();
return await CommandLine.RunAsync(args);
