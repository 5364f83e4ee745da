using System.Diagnostics;
using System.Numerics;
using LiveLandmarks.Output;
using LiveLandmarks.Tests.Landmarks;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Tests.Output;

public sealed class VtsSenderTests : IDisposable
{
    private const string AskForToken = "AuthenticationTokenRequest";
    private const string Authenticate = "AuthenticationRequest";

    private readonly int port = VtsProgram.FreePort();
    private readonly TempFolder folder = new();
    private readonly CollectedLog log = new(LogLevel.Warning);
    private readonly UdpListener frames = new();

    public void Dispose()
    {
        frames.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_user_is_asked_once_and_the_permission_is_kept_for_this_user_only()
    {
        using var program = new VtsProgram(port);
        using (var sender = Open())
            Values(program, sender, new PosedAverage().Track());
        Assert.Equal([AskForToken, Authenticate], program.Asked);

        var file = Assert.Single(Directory.GetFiles(folder.File("LiveLandmarks")));
        Assert.Equal(program.Token, File.ReadAllText(file));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        using (var sender = Open())
            Values(program, sender, new PosedAverage().Track());
        Assert.Equal([AskForToken, Authenticate, Authenticate], program.Asked);
    }

    [Fact]
    public void A_permission_that_was_withdrawn_is_asked_for_again()
    {
        using var program = new VtsProgram(port);
        using (var sender = Open())
            Values(program, sender, new PosedAverage().Track());
        program.Token = null;
        using (var sender = Open())
            Values(program, sender, new PosedAverage().Track());
        Assert.Equal([AskForToken, Authenticate, Authenticate, AskForToken, Authenticate], program.Asked);
    }

    [Fact]
    public void A_refusal_is_one_line_that_says_what_to_do()
    {
        using var program = new VtsProgram(port) { Allows = false };
        using (var sender = Open())
        {
            Assert.True(SpinWait.SpinUntil(() => !program.Asked.IsEmpty, 10_000));
            for (var i = 0; i < 40; i++)
            {
                frames.Send(sender, new PosedAverage().Track());
                Thread.Sleep(25);
            }
        }
        Assert.Equal([AskForToken], program.Asked);
        Assert.Empty(program.Values);
        var refusal = Assert.Single(log.Texts, text => text.Contains("refused", StringComparison.Ordinal));
        Assert.StartsWith($"vts://127.0.0.1:{port}: ", refusal, StringComparison.Ordinal);
        Assert.Contains("choose Allow", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_may_start_later_and_come_back()
    {
        string? token;
        using (var sender = Open())
        {
            frames.Send(sender, new PosedAverage().Track());
            Thread.Sleep(300);
            using (var program = new VtsProgram(port))
            {
                Values(program, sender, new PosedAverage().Track());
                token = program.Token;
            }
            using var again = new VtsProgram(port) { Token = token };
            Values(again, sender, new PosedAverage().Track());
            Assert.Equal([Authenticate], again.Asked);
        }
        Assert.Contains(log.Texts, text => text.Contains("Allow Plugin API access", StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_answer_is_no_failure_of_the_stream()
    {
        using var program = new VtsProgram(port) { Broken = 2 };
        using (var sender = Open())
            Values(program, sender, new PosedAverage().Track());
        Assert.Single(log.Texts, text => text.Contains("does not answer", StringComparison.Ordinal));
    }

    [Fact]
    public void A_slow_program_does_not_hold_the_stream_and_gets_the_latest_face()
    {
        using var program = new VtsProgram(port);
        using var sender = Open();
        Values(program, sender, new PosedAverage().Track());
        while (program.Values.TryTake(out _, 200))
        {
        }
        program.Delay = TimeSpan.FromSeconds(0.5);
        var watch = Stopwatch.StartNew();
        for (var yaw = 1; yaw <= 40; yaw++)
            frames.Send(sender, new PosedAverage(yaw).Track());
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 0.4);
        var angles = new List<float>();
        while (program.Values.TryTake(out var data, 2000))
            angles.Add((float)data["parameterValues"]!.AsArray().Single(value => (string)value!["id"]! == "FaceAngleX")!["value"]!);
        Assert.Equal(40, angles[^1], 0.01f);
        Assert.InRange(angles.Count, 1, 5);
    }

    /// <summary>Live2D's standard parameters: an avatar that turns to the right of the screen has a positive X, one that looks up a
    /// positive Y, one that leans to the right of the screen a positive Z. All of these are its own left. VTube Studio's setup maps
    /// EyeRightX to the eyeballs' X with the opposite sign.</summary>
    [Fact]
    public void An_avatar_turns_looks_and_moves_as_the_person_does()
    {
        using var program = new VtsProgram(port);
        using var sender = Open();
        Values(program, sender, new PosedAverage().Track());
        var values = Values(program, sender, Looks.At(new PosedAverage(20, 10, 5) { Place = new Vector3(3, -2, 64) }, 7, -14));
        Assert.Equal((20f, 10f, 5f), (values["FaceAngleX"], values["FaceAngleY"], values["FaceAngleZ"]), Near);
        Assert.Equal((3f, 2f, 4f), (values["FacePositionX"], values["FacePositionY"], values["FacePositionZ"]), Near);
        Assert.Equal((-0.2f, -0.2f, -0.4f), (values["EyeLeftX"], values["EyeRightX"], values["EyeLeftY"]), Near);
        Assert.Equal(-0.4f, values["EyeRightY"], 1e-2f);
        Assert.Equal((0.8f, 0.1f, 0.5f), (values["EyeOpenLeft"], values["EyeOpenRight"], values["MouthOpen"]), Near);
        Assert.Equal(13, values.Count);
    }

    [Fact]
    public void Movements_become_the_parameters_of_mouth_and_brows()
    {
        using var program = new VtsProgram(port);
        using var sender = Open();
        var shapes = Arkit.Of(
            (Blendshape.MouthSmileLeft, 0.5f), (Blendshape.MouthSmileRight, 0.5f), (Blendshape.BrowOuterUpLeft, 0.6f),
            (Blendshape.BrowDownLeft, 0), (Blendshape.MouthLeft, 0.25f), (Blendshape.MouthRight, 0), (Blendshape.CheekPuff, 1),
            (Blendshape.JawOpen, 0.75f), (Blendshape.MouthClose, 0.25f));
        var face = new PosedAverage().See();
        var values = Values(program, sender, new TrackedFace(1, 1, face, face) { Blendshapes = shapes });
        Assert.Equal(["BrowLeftY", "CheekPuff", "MouthOpen", "MouthSmile", "MouthX"], values.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((0.8f, 0.75f, 0.5f), (values["BrowLeftY"], values["MouthSmile"], values["MouthOpen"]), Near);
        Assert.Equal((0.25f, 1f), (values["MouthX"], values["CheekPuff"]));
    }

    [Fact]
    public void Without_a_face_the_program_is_told_so()
    {
        using var program = new VtsProgram(port);
        using var sender = Open();
        Assert.Equal(["MouthOpen"], Values(program, sender).Keys);
    }

    private static bool Near((float A, float B, float C) one, (float A, float B, float C) other) =>
        Math.Abs(one.A - other.A) < 0.01f && Math.Abs(one.B - other.B) < 0.01f && Math.Abs(one.C - other.C) < 0.01f;

    private VtsSender Open() =>
        new(Receiver.VTubeStudio(port: port), log.CreateLogger("send"), folder.File("LiveLandmarks"));

    /// <summary>Sends a face until its values arrive: those of an earlier one are the first to come.</summary>
    private Dictionary<string, float> Values(VtsProgram program, VtsSender sender, params TrackedFace[] faces)
    {
        for (var (i, seen) = (0, 0); i < 500; i++)
        {
            frames.Send(sender, faces);
            if (!program.Values.TryTake(out var data, 20) || seen++ < 3)
                continue;
            Assert.Equal(faces.Length > 0, (bool)data["faceFound"]!);
            return data["parameterValues"]!.AsArray().ToDictionary(value => (string)value!["id"]!, value => (float)value!["value"]!);
        }
        throw new TimeoutException("No values arrived.");
    }
}
