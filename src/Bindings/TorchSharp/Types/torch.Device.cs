namespace TorchSharp;

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);

    public static Device get_default_device() => CPU;

    /// <summary>The binding serves the processor alone: nothing to set up, and anything else is refused.</summary>
    public static Device InitializeDevice(Device? device)
    {
        var result = device ?? get_default_device();
        InitializeDeviceType(result.type);
        return result;
    }

    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
            throw new InvalidOperationException($"The system's libtorch serves the CPU only, not {deviceType}.");
    }

    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType == DeviceType.CPU;

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
