using System.CommandLine;
using System.Globalization;
using LiveLandmarks.Capture;
using LiveLandmarks.Commands;
using Spectre.Console;

namespace LiveLandmarks.Cli;

/// <summary><c>livelandmarks cameras</c>: lists the cameras that <c>live --source</c> accepts.</summary>
internal static class CamerasCommand
{
    public static Command Create()
    {
        var command = new Command(
            "cameras", "Lists the cameras of this machine. Select one by number or, as camera:NAME, by a part of its name.");
        command.SetAction(_ =>
        {
            var cameras = CameraList.All();
            if (cameras.Count == 0)
            {
                Console.Error.WriteLine("no camera found; connect one, and on Linux check that you may read /dev/video* (group video)");
                return ExitCode.Done;
            }
            var table = new Table().AddColumns("source", "name", "connected at");
            foreach (var camera in cameras)
                table.AddRow(camera.Index.ToString(CultureInfo.InvariantCulture), Markup.Escape(camera.Name), Markup.Escape(camera.Place));
            Terminal.Out.Write(table);
            return ExitCode.Done;
        });
        return command;
    }
}
