using Microsoft.Extensions.Hosting;

namespace LiveLandmarks.Web;

/// <summary>Leaves signals and consoles to the program; the framework's own would answer Ctrl-C, too.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
