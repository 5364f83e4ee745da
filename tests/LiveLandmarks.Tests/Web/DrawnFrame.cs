using System.Text.Json;
using LiveLandmarks.Geometry;
using LiveLandmarks.Tests.Clips;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Web;

/// <summary>What the page shows at one moment, against the fake camera's ground truth.</summary>
/// <param name="Number">The page's number of the frame.</param>
/// <param name="DotsFound">Landmarks at which the canvas is as bright as a dot.</param>
/// <param name="Error">Mean distance of the landmarks from where the clip's motion carries the portrait's, as a share of the inter-ocular distance.</param>
internal sealed record DrawnFrame(int Number, int DotsFound, double Error)
{
    /// <summary>Reads canvas and state in one go, so that both are of the same frame. Not for a mirrored picture.</summary>
    public static readonly string Expression = $$"""
        import('/app.js').then(({ state }) => {
          const context = document.getElementById('picture').getContext('2d');
          const at = (x, y) => Math.min(...context.getImageData(Math.floor((x + 0.5) * state.scale), Math.floor((y + 0.5) * state.scale), 1, 1).data.slice(0, 3));
          let clip = 0;
          for (let bit = 0; bit < {{FakeCamera.Bits}}; bit++) clip |= (at((bit + 0.5) * {{FakeCamera.Square}}, {{FakeCamera.Square / 2}}) > 128) << bit;
          const points = state.drawn.faces[0]?.landmarks ?? [];
          return { number: state.drawn.frame, clip, points, dots: points.filter(([x, y]) => at(x, y) > 150).length };
        })
        """;

    private static readonly ClipTruth Truth = ClipTruth.Read(Repository.Media("collins.csv"));
    private static readonly Lazy<Landmark[]> Portrait = new(FindInPortrait);

    public static DrawnFrame Read(JsonElement shown)
    {
        var points = shown.GetProperty("points").EnumerateArray()
            .Select(point => new Landmark(point[0].GetSingle(), point[1].GetSingle(), 1))
            .Select(Truth.ToSource(shown.GetProperty("clip").GetInt32(), 1).Apply).ToArray();
        var portrait = Portrait.Value;
        Assert.Equal(portrait.Length, points.Length);
        var error = points.Zip(portrait, (found, expected) => found.DistanceTo(expected)).Average() / portrait[36].DistanceTo(portrait[45]);
        return new DrawnFrame(shown.GetProperty("number").GetInt32(), shown.GetProperty("dots").GetInt32(), error);
    }

    /// <summary>The clip's first frame stands still and is sharp.</summary>
    private static Landmark[] FindInPortrait()
    {
        using var locator = Networks.Locator();
        using var image = OpenCvSharp.Cv2.ImDecode(Pictures.OfClip(1)[0], OpenCvSharp.ImreadModes.Color);
        return Array.ConvertAll(Assert.Single(locator.Find(image)).Points, Truth.ToSource(0, 1).Apply);
    }
}
