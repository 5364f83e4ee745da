using System.Runtime.InteropServices;

namespace LiveLandmarks.Commands;

/// <summary>
/// A terminal that is closed ends a run as Ctrl-C does: files are completed. A run that was started to survive it, as by <c>nohup</c>, is
/// not touched.
/// </summary>
internal sealed class HangUp : IDisposable
{
    private readonly CancellationTokenSource cancellation = new();
    private readonly ManualResetEventSlim done = new();
    private readonly TimeSpan closingTime;
    private readonly PosixSignalRegistration? registration;

    /// <summary>Listens from now on.</summary>
    /// <param name="closingTime">How long Windows, which ends the process after the handler, is kept waiting.</param>
    public HangUp(TimeSpan closingTime)
    {
        this.closingTime = closingTime;
        if (!IsIgnored())
            registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Handle);
    }

    /// <summary>Cancelled when the terminal is gone.</summary>
    public CancellationToken Token => cancellation.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        done.Set();
        registration?.Dispose();
        cancellation.Dispose();
        done.Dispose();
    }

    /// <summary>Whether whoever started the process has it ignore SIGHUP.</summary>
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
            // The run has ended this moment.
        }
    }
}
