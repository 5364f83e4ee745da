using System.CommandLine;
using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary>The option that describes the camera, for the head pose.</summary>
internal sealed class CameraArguments
{
    private readonly Option<float> fieldOfView = new("--fov")
    {
        Description = "The camera's field of view along the picture's longer side, for the head pose",
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

    /// <summary>The camera that is assumed to have taken a picture.</summary>
    public CameraIntrinsics For(ParseResult parsed, Mat image) =>
        CameraIntrinsics.FromFieldOfView(FieldOfView(parsed), image.Cols, image.Rows);
}
