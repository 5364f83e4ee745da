using System.Text.Json;
using LiveLandmarks.Tests.Clips;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Web;

/// <summary>What the page shows at one moment, to compare with the ground truth of the fake camera.</summary>
/// <param name="Number">Frame number of the page.</param>
/// <param name="Clip">Frame number in the clip of the picture that is shown.</param>
/// <param name="DotsFound">Number of landmarks at which the canvas is as bright as a dot.</param>
/// <param name="Points">Raw landmarks in pixels of the picture; smoothed ones lag a little behind slow motion.</param>
internal sealed record DrawnFrame(int Number, int Clip, int DotsFound, Landmark[] Points)
{
    /// <summary>JavaScript that reads canvas and state together, so that both are of the same frame. Not for a mirrored picture.</summary>
    public static readonly string Expression = $$"""
        import('/app.js').then(({ state }) => {
          const context = document.getElementById('picture').getContext('2d');
          const cell = (at) => Math.floor((at + 0.5) * state.scale);
          const at = (x, y) => Math.min(...context.getImageData(cell(x), cell(y), 1, 1).data.slice(0, 3));
          let clip = 0;
          for (let bit = 0; bit < {{FakeCamera.Bits}}; bit++)
            clip |= (at((bit + 0.5) * {{FakeCamera.Square}}, {{FakeCamera.Square / 2}}) > 128) << bit;
          const face = state.drawn.faces[0] ?? { landmarks: [], raw: [] };
          return { number: state.drawn.frame, clip, points: face.raw, dots: face.landmarks.filter(([x, y]) => at(x, y) > 150).length };
        })
        """;

    private static readonly ClipTruth Truth = ClipTruth.Read(Repository.Media("collins.csv"));
    private static readonly Lazy<Landmark[]> Portrait = new(FindInPortrait);

    public static DrawnFrame Read(JsonElement shown) => new(
        shown.GetProperty("number").GetInt32(),
        shown.GetProperty("clip").GetInt32(),
        shown.GetProperty("dots").GetInt32(),
        [.. shown.GetProperty("points").EnumerateArray().Select(point => new Landmark(point[0].GetSingle(), point[1].GetSingle(), 1))]);

    /// <summary>Mean distance of the landmarks from those of the portrait, moved with the motion of the clip, as a share of the
    /// inter-ocular distance.</summary>
    /// <param name="clip">The frame of the clip to compare with.</param>
    public double ErrorOn(int clip)
    {
        var (portrait, toSource) = (Portrait.Value, Truth.ToSource(clip, 1));
        Assert.Equal(portrait.Length, Points.Length);
        return Points.Zip(portrait, (found, expected) => toSource.Apply(found).DistanceTo(expected)).Average() / portrait[36]
            .DistanceTo(portrait[45]);
    }

    /// <summary>Finds the landmarks in the first frame of the clip, which is still and sharp.</summary>
    private static Landmark[] FindInPortrait()
    {
        using var locator = Networks.Locator();
        using var image = OpenCvSharp.Cv2.ImDecode(Pictures.OfClip(1)[0], OpenCvSharp.ImreadModes.Color);
        return [.. Assert.Single(locator.Find(image)).Points.Select(Truth.ToSource(0, 1).Apply)];
    }
}
