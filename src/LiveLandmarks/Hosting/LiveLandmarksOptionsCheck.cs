using Microsoft.Extensions.Options;

namespace LiveLandmarks.Hosting;

/// <summary>Checks the options of a host; the error names the option that is out of range.</summary>
internal sealed class LiveLandmarksOptionsCheck : IValidateOptions<LiveLandmarksOptions>
{
    public ValidateOptionsResult Validate(string? name, LiveLandmarksOptions options)
    {
        try
        {
            options.Inference.Validate();
            options.Tracking.Validate();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException e)
        {
            return ValidateOptionsResult.Fail($"LiveLandmarks: {e.Message}");
        }
    }
}
