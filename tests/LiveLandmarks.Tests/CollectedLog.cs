using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Tests;

/// <summary>Keeps the lines logged at a level or above, each with its level and category.</summary>
internal sealed class CollectedLog(LogLevel least) : ILoggerFactory
{
    private readonly LogLevel least = least;

    public List<(LogLevel Level, string Category, string Text)> Lines { get; } = [];

    public IEnumerable<string> Texts => Lines.Select(line => line.Text);

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Category(CollectedLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= log.least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            log.Lines.Add((logLevel, name, formatter(state, exception)));
    }
}
