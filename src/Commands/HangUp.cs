using System.Runtime.InteropServices;

namespace LiveLandmarks.Commands;

/// <summary>
/// Ends a run when its terminal is closed, as Ctrl-C does: files are completed. A run that was started to survive this, for example with
/// <c>nohup</c>, continues.
/// </summary>
internal sealed class HangUp : IDisposable
{
    private readonly CancellationTokenSource cancellation = new();
    private readonly ManualResetEventSlim done = new();
    private readonly TimeSpan closingTime;
    private readonly PosixSignalRegistration? registration;

    /// <summary>Starts to listen.</summary>
    /// <param name="closingTime">How long the handler waits on Windows, which kills the process when the handler returns.</param>
    public HangUp(TimeSpan closingTime)
    {
        this.closingTime = closingTime;
        if (!IsIgnored())
            registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Handle);
    }

    /// <summary>Canceled when the terminal is gone.</summary>
    public CancellationToken Token => cancellation.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        done.Set();
        registration?.Dispose();
        cancellation.Dispose();
        done.Dispose();
    }

    /// <summary>Whether the process was started with SIGHUP ignored.</summary>
    private static bool IsIgnored()
    {
        const string Line = "SigIgn:";
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            return File.ReadLines("/proc/self/status")
                .FirstOrDefault(line => line.StartsWith(Line, StringComparison.Ordinal)) is { } ignored
                && (Convert.ToUInt64(ignored[Line.Length..].Trim(), 16) & 1) > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        try
        {
            cancellation.Cancel();
            if (OperatingSystem.IsWindows())
                done.Wait(closingTime);
        }
        catch (ObjectDisposedException)
        {
            // The run has just ended.
        }
    }
}
