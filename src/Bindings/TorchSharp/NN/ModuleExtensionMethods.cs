using static TorchSharp.torch;

namespace TorchSharp;

public static class ModuleExtensionMethods
{
    public static T to<T>(this T module, Device device, bool non_blocking = false)
        where T : nn.Module
    {
        InitializeDevice(device);
        return module;
    }
}
