using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Inference;

/// <summary>Log messages about networks.</summary>
internal static partial class InferenceLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Model} runs on {Device}")]
    public static partial void DeviceChosen(this ILogger logger, string model, SelectedDevice device);
}
