using LiveLandmarks.Tests.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Cli;

/// <summary>Real-life pictures: many formats, some damaged, with all kinds of names.</summary>
public sealed class PictureFilesTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_of_all_formats_is_processed_and_files_that_are_not_pictures_are_named()
    {
        using var face = Cv2.ImRead(Repository.Media("astronaut.png"));
        using var grey = face.CvtColor(ColorConversionCodes.BGR2GRAY);
        using var bits = grey.Threshold(128, 255, ThresholdTypes.Binary);
        using var alpha = face.CvtColor(ColorConversionCodes.BGR2BGRA);
        Write("in/A.JPG", ".jpg", face);
        Write("in/b.jfif", ".jpg", face);
        Write("in/c.gif", ".gif", face);
        Write("in/d.pgm", ".pgm", grey);
        Write("in/d.png", ".png", alpha);
        Write("in/e.pbm", ".pbm", bits);
        Write("in/f.jp2", ".jp2", face);
        Write("in/g # ä .webp", ".webp", face);
        Write("in/wrong.jpg", ".png", face);
        folder.Write("in/face.heic", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[12]]);
        folder.Write("in/notes.txt", "Taken in May.");
        folder.Write("in/.hidden", "");
        folder.Write("in/._A.JPG", "What macOS keeps beside A.JPG on foreign disks.");
        Directory.CreateDirectory(folder.File("in/folder.jpg"));

        var run = await CommandRun.Of("image", folder.File("in"), "--out", folder.File("out"), "--json", "-");

        run.ShouldSucceed();
        Assert.Equal(
            ["A.JPG", "b.jfif", "c.png", "d.pgm.png", "d.png", "e.png", "f.jp2", "g # ä .webp", "wrong.jpg"],
            Directory.GetFiles(folder.File("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("skipped, because their extensions are not those of readable pictures: face.heic, notes.txt\n", run.Error,
            StringComparison.Ordinal);
        var lines = run.Output.Trim().Split('\n');
        Assert.Equal(9, lines.Length);
        // One bit per pixel is too little to find a face.
        Assert.All(lines.Where(line => !line.Contains("e.pbm", StringComparison.Ordinal)), line => Assert.Equal(1, JsonLine.Faces(line)));
        foreach (var file in Directory.GetFiles(folder.File("out")))
        {
            using var result = Cv2.ImDecode(File.ReadAllBytes(file), ImreadModes.Unchanged);
            Assert.Equal((512, 512, 3), (result.Cols, result.Rows, result.Channels()));
        }
    }

    [ProgramFact("ffmpeg")]
    public async Task The_first_frame_of_an_animation_is_used_and_files_of_other_tools_are_read()
    {
        var face = Repository.Media("astronaut.png");
        Directory.CreateDirectory(folder.File("in"));
        string[][] files =
        [
            ["anim.webp", "-loop", "1", "-t", "0.4", "-i", face, "-r", "5"],
            ["anim.gif", "-loop", "1", "-t", "0.4", "-i", face, "-r", "5"],
            ["anim.png", "-loop", "1", "-t", "0.4", "-i", face, "-r", "5", "-f", "apng"],
            ["deep.png", "-i", face, "-pix_fmt", "rgb48be"],
            ["alpha.png", "-i", face, "-vf", "format=rgba,colorchannelmixer=aa=0.1"],
            ["palette.png", "-i", face, "-pix_fmt", "pal8"],
            ["lzw.tiff", "-i", face, "-compression_algo", "lzw"],
            ["deep.tiff", "-i", face, "-pix_fmt", "rgb48le"],
            ["wide range.jpg", "-i", face, "-pix_fmt", "yuvj444p"],
            ["low.bmp", "-i", face, "-pix_fmt", "rgb565le"],
        ];
        foreach (var file in files)
            await Tool.RunAsync("ffmpeg", ["-v", "error", .. file[1..], folder.File($"in/{file[0]}")]);
        var jpeg = File.ReadAllBytes(folder.File("in/wide range.jpg"));
        folder.Write("in/two in one.jpg", [.. jpeg, .. jpeg[..(jpeg.Length / 2)]]);

        var run = await CommandRun.Of("image", folder.File("in"), "--out", folder.File("out"), "--json", "-");

        run.ShouldSucceed();
        var lines = run.Output.Trim().Split('\n');
        Assert.Equal(11, lines.Length);
        Assert.All(lines, line => Assert.Equal(1, JsonLine.Faces(line)));
        Assert.Equal(11, Directory.GetFiles(folder.File("out")).Length);
    }

    [Fact]
    public async Task Bad_pictures_and_results_that_cannot_be_written_never_stop_a_folder()
    {
        var picture = File.ReadAllBytes(Repository.Media("astronaut.png"));
        folder.Write("in/a.png", picture[..(picture.Length / 2)]);
        folder.Write("in/b.jpg", []);
        folder.Write("in/c.png", picture);
        folder.Write("in/d.png", picture);
        folder.Write("in/e.jpg", [.. "\x89PNG and then nothing"u8]);
        Directory.CreateDirectory(folder.File("out/c.png.d"));

        var run = await CommandRun.Of("image", folder.File("in"), "--out", folder.File("out"));
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(["a.png", "b.jpg", "e.jpg"], run.Failures.Select(line => Path.GetFileName(line.Split(": ")[1])));
        Assert.Contains("a.png: the picture is truncated or damaged", run.Failures[0], StringComparison.Ordinal);
        Assert.Contains("b.jpg: the file is empty", run.Failures[1], StringComparison.Ordinal);
        Assert.Equal(["c.png", "d.png"], Directory.GetFiles(folder.File("out")).Select(Path.GetFileName).Order());
    }

    [LinuxFact]
    public async Task A_result_that_cannot_be_written_gives_exit_code_4_and_the_others_are_written()
    {
        var picture = File.ReadAllBytes(Repository.Media("astronaut.png"));
        folder.Write("in/a.png", picture);
        folder.Write("in/b.png", picture);
        Directory.CreateDirectory(folder.File("out"));
        File.CreateSymbolicLink(folder.File("out/a.png"), "/proc/none/a.png");
        var run = await CommandRun.Of("image", folder.File("in"), "--out", folder.File("out"));
        run.ShouldFail(4, "out/a.png: cannot be written");
        Assert.True(File.Exists(folder.File("out/b.png")));
    }

    [Fact]
    public async Task Odd_sizes_are_not_an_error()
    {
        using var face = Cv2.ImRead(Repository.Media("astronaut.png"));
        using var wide = new Mat();
        Cv2.Resize(face, wide, new Size(10000, 20));
        using var high = wide.T().ToMat();
        using var huge = new Mat();
        Cv2.Resize(face, huge, new Size(12000, 9000));
        Write("in/1-wide.png", ".png", wide);
        Write("in/2-high.png", ".png", high);
        Write("in/3-huge.jpg", ".jpg", huge);
        Write("in/4-dot.jpg", ".jpg", new Mat(1, 1, MatType.CV_8UC3, Scalar.White));

        var run = await CommandRun.Of("image", folder.File("in"), "--out", folder.File("out"), "--json", "-");

        run.ShouldSucceed();
        Assert.Equal([0, 0, 1, 0], run.Output.Trim().Split('\n').Select(JsonLine.Faces));
        Assert.Equal(4, Directory.GetFiles(folder.File("out")).Length);
    }

    [Fact]
    public async Task A_picture_stored_on_its_side_is_written_upright()
    {
        folder.Write("a.jpg", ExifPicture.With(".jpg", ExifPicture.Exif(6)));
        (await CommandRun.Of("image", folder.File("a.jpg"), "--out", folder.File("out"))).ShouldSucceed();
        using var result = Cv2.ImRead(folder.File("out/a.jpg"));
        Assert.Equal((48, 64, "bryg"), (result.Cols, result.Rows, ExifPicture.CornersOf(result)));
    }

    [LinuxFact]
    public async Task The_longest_possible_file_names_are_read_and_written()
    {
        var name = new string('n', 251) + ".png";
        folder.Write(name, File.ReadAllBytes(Repository.Media("astronaut.png")));
        var deep = folder.File(string.Join('/', Enumerable.Repeat(new string('d', 200), 15)));
        (await CommandRun.Of("image", folder.File(name), "--out", deep)).ShouldSucceed();
        Assert.Equal(name, Path.GetFileName(Assert.Single(Directory.GetFiles(deep))));
    }

    [Fact]
    public async Task Eval_leaves_out_a_truncated_picture_and_reports_it()
    {
        var picture = File.ReadAllBytes(Repository.Media("astronaut.png"));
        string[] points = ["version: 1", "n_points: 68", "{", .. Enumerable.Range(0, 68).Select(i => $"{200 + i} {90 + i % 50}"), "}"];
        foreach (var (name, bytes) in new[] { ("good", picture), ("half", picture[..(picture.Length / 2)]) })
        {
            folder.Write($"{name}.png", bytes);
            File.WriteAllLines(folder.File($"{name}.pts"), points);
        }
        var run = await CommandRun.Of("eval", folder.Path, "--json", folder.File("e.json"));
        run.ShouldFail(3, "half.png: the picture is truncated");
        Assert.Contains("1 picture left out, 1 used", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"faces\": 1", File.ReadAllText(folder.File("e.json")), StringComparison.Ordinal);

        File.Delete(folder.File("good.png"));
        var none = await CommandRun.Of("eval", folder.Path);
        Assert.Equal(3, none.ExitCode);
        Assert.Contains("none of the pictures can be used", none.Failures[^1], StringComparison.Ordinal);
    }

    private void Write(string name, string extension, Mat picture)
    {
        Cv2.ImEncode(extension, picture, out var bytes);
        folder.Write(name, bytes);
    }
}
