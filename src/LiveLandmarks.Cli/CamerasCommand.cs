using System.CommandLine;
using System.Globalization;
using LiveLandmarks.Capture;
using LiveLandmarks.Commands;
using Spectre.Console;

namespace LiveLandmarks.Cli;

/// <summary><c>livelandmarks cameras</c>: what <c>live --source</c> may name.</summary>
internal static class CamerasCommand
{
    public static Command Create()
    {
        var command = new Command(
            "cameras", "Lists the cameras of this machine, to be named by number or, as camera:NAME, by a part of the name.");
        command.SetAction(_ =>
        {
            var cameras = CameraList.All();
            if (cameras.Count == 0)
            {
                Console.Error.WriteLine("no camera found; connect one, and on Linux see that you may read /dev/video* (group video)");
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
