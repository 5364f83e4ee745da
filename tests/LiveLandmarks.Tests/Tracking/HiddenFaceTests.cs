using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Tracking;

/// <summary>Faces that meet, leave or are covered keep their ids; nothing else is reported as a face.</summary>
public sealed class HiddenFaceTests : IDisposable
{
    private readonly Mat grey = new(360, 640, MatType.CV_8UC3, Scalar.All(110));
    private readonly CutOut astronaut = CutOut.Astronaut();

    public void Dispose()
    {
        grey.Dispose();
        astronaut.Dispose();
    }

    [Theory]
    [InlineData(9)]
    [InlineData(14)]
    public void Two_faces_that_cross_keep_their_ids(int speed) => ShouldCross(grey, astronaut, astronaut, speed);

    [SharedFact]
    public void Different_people_who_cross_in_a_room_keep_their_ids()
    {
        var folder = Path.Combine(Repository.SharedFaces, "val");
        string[] pictures = [.. Directory.EnumerateFiles(folder, "lfw_*.jpg").Order(StringComparer.Ordinal).Where((_, i) => i % 50 == 0)];
        using var room = new Mat();
        using (var small = Cv2.ImRead(
            Directory.EnumerateFiles(Path.Combine(Repository.SharedFaces, "backgrounds")).Order(StringComparer.Ordinal).First()))
            Cv2.Resize(small, room, new Size(640, 360));
        for (var i = 0; i + 1 < pictures.Length; i += 2)
        {
            using var one = CutOut.Annotated(pictures[i]);
            using var other = CutOut.Annotated(pictures[i + 1]);
            ShouldCross(room, one, other, speed: 10);
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(20)]
    public void A_face_that_walks_out_and_is_back_within_a_second_has_its_id(int speed)
    {
        using var play = new Play(grey);
        int[] places = [.. Enumerable.Range(0, 300 / speed).Select(i => 400 + speed * i)];
        int?[] seen = [];
        foreach (var x in (int[])[.. places, .. Enumerable.Repeat(900, 24 - 120 / speed), .. places.Reverse(),
            .. Enumerable.Repeat(400, 5)])
            seen = play.Next(x < 640 + CutOut.FaceSize ? [(astronaut, x, 180)] : []);
        Assert.Equal(1, Assert.Single(seen));
        Assert.Equal(1, play.Ids);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_face_behind_a_hand_for_half_a_second_keeps_its_id(bool textured)
    {
        using var play = new Play(grey);
        using var suit = Networks.Astronaut();
        using var cloth = new Mat(suit, new Rect(100, 330, 150, 170));
        int?[] seen = [];
        for (var i = 0; i < 45; i++)
            seen = play.Next([(astronaut, 300 + i, 180)], i is >= 12 and < 27 ? frame => Cover(frame, 300 + i) : null);
        Assert.Equal(1, Assert.Single(seen));
        Assert.Equal(1, play.Ids);

        void Cover(Mat frame, int x)
        {
            if (textured)
            {
                using var place = new Mat(frame, new Rect(x - 75, 95, cloth.Cols, cloth.Rows));
                cloth.CopyTo(place);
                return;
            }
            // A palm and four fingers.
            Cv2.Ellipse(frame, new Point(x, 215), new Size(62, 55), 0, 0, 360, new Scalar(130, 160, 215), -1);
            for (var finger = 0; finger < 4; finger++)
                Cv2.Ellipse(frame, new Point(x - 48 + 32 * finger, 150), new Size(17, 60), 0, 0, 360,
                    new Scalar(125 + 5 * finger, 155, 210), -1);
        }
    }

    private static void ShouldCross(Mat background, CutOut one, CutOut other, int speed)
    {
        using var play = new Play(background);
        int?[] seen = [], first = [];
        for (var i = 0; i <= 420 / speed; i++)
        {
            seen = play.Next([(one, 110 + speed * i, 190), (other, 530 - speed * i, 180)]);
            if (i == 2)
                first = seen;
        }
        Assert.Equal((int?[])[1, 2], first.Order());
        Assert.Equal(first, seen);
        Assert.Equal(2, play.Ids);
    }
}
