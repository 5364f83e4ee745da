using LiveLandmarks.Capture;
using LiveLandmarks.Fuzz;

NativeLog.Silence();
if (FuzzOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 2;
}
if (options.Worker is { } kind)
    return Worker.Run(kind);
return await new Campaign(options).RunAsync();
