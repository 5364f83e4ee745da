using System.CommandLine;
using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary>What is known of the camera, for the head pose.</summary>
internal sealed class CameraArguments
{
    private readonly Option<float> fieldOfView = new("--fov")
    {
        Description = "The camera's field of view across the picture's longer side, for the head pose",
        DefaultValueFactory = _ => CameraIntrinsics.DefaultFieldOfView,
        HelpName = "DEGREES",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        fieldOfView.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<float>() is not (>= 1 and <= 170))
                result.AddError("--fov must lie between 1 and 170.");
        });
        command.Add(fieldOfView);
    }

    /// <summary>The field of view in degrees.</summary>
    public float FieldOfView(ParseResult parsed) => parsed.GetValue(fieldOfView);

    /// <summary>The camera that a picture is taken to come from.</summary>
    public CameraIntrinsics For(ParseResult parsed, Mat image) =>
        CameraIntrinsics.FromFieldOfView(FieldOfView(parsed), image.Cols, image.Rows);
}
