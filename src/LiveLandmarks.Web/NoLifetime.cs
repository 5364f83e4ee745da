using Microsoft.Extensions.Hosting;

namespace LiveLandmarks.Web;

/// <summary>Leaves signals and the console to the program. The framework's own lifetime would handle Ctrl-C too.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
