using System.Globalization;

namespace LiveLandmarks.Fuzz;

/// <summary>The options of the command line.</summary>
internal sealed record FuzzOptions
{
    public const string Usage = """
        usage: LiveLandmarks.Fuzz [--minutes N] [--inputs N] [--seed N] [--kinds A,B] [--parallel N] [--hang N] [--failures FOLDER]
               LiveLandmarks.Fuzz --replay FILE
          --minutes   minutes to run (default 1)
          --inputs    maximum number of inputs of each kind (default no limit)
          --seed      seed of the inputs (default 1): the same seed gives the same inputs of each kind
          --kinds     kinds of input (default all)
          --parallel  number of kinds tried at the same time (default the number of cores)
          --hang      seconds of processor time after which an input counts as hanging (default 15)
          --failures  folder for inputs that failed (default artifacts/fuzz)
          --replay    tries one kept input again; its file name starts with its kind
        """;

    public TimeSpan Duration { get; private init; } = TimeSpan.FromMinutes(1);

    public long MaxInputs { get; private init; } = long.MaxValue;

    public int Seed { get; private init; } = 1;

    public IReadOnlyList<string> Kinds { get; private init; } = [.. KindCatalog.Names];

    public int Parallel { get; private init; } = Environment.ProcessorCount;

    public TimeSpan MaxWork { get; private init; } = TimeSpan.FromSeconds(15);

    public string Failures { get; private init; } = Path.Combine(Tests.Repository.Root, "artifacts", "fuzz");

    public string? Replay { get; private init; }

    /// <summary>The kind whose inputs this process tries as a worker; null in the process that a user starts.</summary>
    public string? Worker { get; private init; }

    /// <summary>Reads the command line; null if it is not valid.</summary>
    public static FuzzOptions? Parse(string[] arguments)
    {
        var options = new FuzzOptions();
        if (arguments.Length % 2 != 0)
            return null;
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var (name, value) = (arguments[i], arguments[i + 1]);
            switch (name)
            {
                case "--minutes" when double.TryParse(value, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 100_000:
                    options = options with { Duration = TimeSpan.FromMinutes(minutes) };
                    break;
                case "--inputs" when long.TryParse(value, CultureInfo.InvariantCulture, out var inputs) && inputs > 0:
                    options = options with { MaxInputs = inputs };
                    break;
                case "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed):
                    options = options with { Seed = seed };
                    break;
                case "--kinds" when value.Split(',').All(KindCatalog.Knows):
                    options = options with { Kinds = value.Split(',') };
                    break;
                case "--parallel" when int.TryParse(value, CultureInfo.InvariantCulture, out var parallel) && parallel > 0:
                    options = options with { Parallel = parallel };
                    break;
                case "--hang" when int.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds > 0:
                    options = options with { MaxWork = TimeSpan.FromSeconds(seconds) };
                    break;
                case "--failures":
                    options = options with { Failures = value };
                    break;
                case "--replay" when File.Exists(value):
                    options = options with { Replay = value };
                    break;
                case "--worker" when KindCatalog.Knows(value):
                    options = options with { Worker = value };
                    break;
                default:
                    return null;
            }
        }
        return options;
    }
}
