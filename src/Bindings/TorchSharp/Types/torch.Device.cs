namespace TorchSharp;

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>The binding serves the processor alone: nothing to set up, and anything else is refused.</summary>
    public static Device InitializeDevice(Device? device)
    {
        var result = device ?? CPU;
        return result.type == DeviceType.CPU
            ? result
            : throw new InvalidOperationException($"The system's libtorch serves the CPU only, not {result.type}.");
    }

    public static class cuda
    {
        public static bool is_available() => false;
    }

    public class Device
    {
        public Device(string description)
        {
            var parts = description.Split(':');
            type = Enum.Parse<DeviceType>(parts[0].ToUpperInvariant());
            if (parts.Length == 2)
                index = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        public DeviceType type { get; }

        public int index { get; } = -1;

#pragma warning disable CA1308 // devices are spelt in lower case
        public override string ToString()
        {
            var text = type.ToString().ToLowerInvariant();
            return type == DeviceType.CPU || index == -1 ? text : $"{text}:{index}";
        }
#pragma warning restore CA1308
    }
}
