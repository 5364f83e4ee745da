using static TorchSharp.torch;

namespace TorchSharp;

public static class ModuleExtensionMethods
{
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false)
        where T : nn.Module =>
        (T)module.To(type);

    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false)
        where T : nn.Module =>
        module.to(device).to(type);

    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module =>
        module.to(new Device(deviceType, deviceIndex));

    public static T to<T>(this T module, Device device, bool non_blocking = false)
        where T : nn.Module
    {
        InitializeDevice(device);
        return module;
    }

    public static T to<T>(this T module, string device, bool non_blocking = false)
        where T : nn.Module =>
        module.to(new Device(device));

    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : nn.Module =>
        module;

    public static T half<T>(this T module, bool non_blocking = false)
        where T : nn.Module =>
        module.to(ScalarType.Float16);

    public static T @float<T>(this T module, bool non_blocking = false)
        where T : nn.Module =>
        module.to(ScalarType.Float32);

    public static T @double<T>(this T module, bool non_blocking = false)
        where T : nn.Module =>
        module.to(ScalarType.Float64);
}
