using System.Text.Json;

namespace LiveLandmarks.Tests.Web;

/// <summary>The avatar's drawing, measured by the colors of its irises and of the inside of its mouth.</summary>
public class AvatarTests
{
    private const int Side = 400;

    // Draws a face and finds the number of pixels of irises and mouth, and the middle of the irises.
    private const string Draw = """
        async (face, mirror = false) => {
          const { Avatar } = await import('/avatar.js');
          const canvas = document.createElement('canvas');
          canvas.width = canvas.height = 400;
          new Avatar(canvas).draw({ pose: { yaw: 0, pitch: 0, roll: 0, ...face.pose }, blendshapes: face.blendshapes }, mirror);
          const { data } = canvas.getContext('2d').getImageData(0, 0, 400, 400);
          const found = { iris: 0, mouth: 0, x: 0, y: 0 };
          for (let i = 0; i < data.length; i += 4) {
            const color = (data[i] << 16) + (data[i + 1] << 8) + data[i + 2];
            if (color === 0x5a1620) found.mouth++;
            if (color !== 0x2f73c9) continue;
            found.iris++;
            found.x += i / 4 % 400;
            found.y += Math.floor(i / 1600);
          }
          return { ...found, x: found.x / found.iris, y: found.y / found.iris, data };
        }
        """;

    [ProgramFact("chromium")]
    public async Task Eyes_mouth_and_head_move_to_the_side_that_they_should()
    {
        await using var server = await RunningServer.StartAsync();
        await using var visit = await PageVisit.StartAsync(server);
        var rest = await DrawnAsync(visit, "{}");
        Assert.True(rest.Iris > 200);
        Assert.InRange(rest.X, Side / 2 - 4, Side / 2 + 4);

        Assert.Equal(0, (await DrawnAsync(visit, "{ blendshapes: { eyeBlinkLeft: 1, eyeBlinkRight: 1 } }")).Iris);
        Assert.True((await DrawnAsync(visit, "{ blendshapes: { jawOpen: 0.8 } }")).Mouth > 300 + rest.Mouth);

        // The person's left is on the right of a picture that is not mirrored.
        const string wink = "{ blendshapes: { eyeBlinkLeft: 1 } }", left = "{ pose: { yaw: 30 } }", right = "{ pose: { yaw: -30 } }";
        Assert.InRange((await DrawnAsync(visit, wink)).X, 0, Side / 2 - 20);
        Assert.InRange((await DrawnAsync(visit, wink, mirror: true)).X, Side / 2 + 20, Side);
        Assert.InRange((await DrawnAsync(visit, left)).X, Side / 2 + 20, Side);
        Assert.InRange((await DrawnAsync(visit, left, mirror: true)).X, 0, Side / 2 - 20);
        Assert.InRange((await DrawnAsync(visit, right)).X, 0, Side / 2 - 20);
        Assert.InRange((await DrawnAsync(visit, "{ blendshapes: { eyeLookOutLeft: 1, eyeLookInRight: 1 } }")).X, rest.X + 5, Side);

        Assert.InRange((await DrawnAsync(visit, "{ pose: { pitch: 20 } }")).Y, 0, rest.Y - 20);
        Assert.InRange((await DrawnAsync(visit, "{ blendshapes: { eyeLookUpLeft: 1, eyeLookUpRight: 1 } }")).Y, 0, rest.Y - 3);
        // Leaning to the left shoulder turns the head clockwise: its right eye is then higher.
        var rightEye = await DrawnAsync(visit, "{ pose: { roll: 20 }, blendshapes: { eyeBlinkLeft: 1 } }");
        var leftEye = await DrawnAsync(visit, "{ pose: { roll: 20 }, blendshapes: { eyeBlinkRight: 1 } }");
        Assert.InRange(rightEye.Y, 0, leftEye.Y - 20);
    }

    [ProgramFact("chromium")]
    public async Task Every_movement_that_is_drawn_can_be_seen()
    {
        await using var server = await RunningServer.StartAsync();
        await using var visit = await PageVisit.StartAsync(server);
        foreach (var movement in new[]
        {
            "eyeBlinkLeft", "eyeLookDownLeft", "eyeLookInLeft", "eyeLookOutRight", "eyeLookUpRight", "eyeSquintRight", "eyeWideLeft",
            "browInnerUp", "browOuterUpLeft", "browDownRight", "jawOpen", "jawLeft", "mouthSmileLeft", "mouthFrownRight", "mouthFunnel",
            "mouthPucker", "mouthLeft", "mouthRight", "mouthUpperUpLeft", "cheekPuff", "noseSneerLeft",
        })
        {
            var changed = await visit.EvaluateAsync($$"""
                (async draw => {
                  const [rest, moved] = [await draw({}), await draw({ blendshapes: { {{movement}}: 1 } })];
                  return rest.data.reduce((sum, value, i) => sum + (Math.abs(value - moved.data[i]) > 40 ? 1 : 0), 0);
                })({{Draw}})
                """);
            Assert.True(changed.GetInt32() > 150, $"{movement}: {changed}");
        }
    }

    private static async Task<Drawn> DrawnAsync(PageVisit visit, string face, bool mirror = false)
    {
        const string numbers = "({ iris, mouth, x, y }) => ({ iris, mouth, x: x || 0, y: y || 0 })";
        var found = await visit.EvaluateAsync($"({Draw})({face}, {(mirror ? "true" : "false")}).then({numbers})");
        return found.Deserialize<Drawn>(JsonSerializerOptions.Web)!;
    }

    private sealed record Drawn(int Iris, int Mouth, double X, double Y);
}
