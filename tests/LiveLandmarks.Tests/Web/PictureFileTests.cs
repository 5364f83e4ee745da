using LiveLandmarks.Web;

namespace LiveLandmarks.Tests.Web;

/// <summary>Pictures from files, without a camera.</summary>
public sealed class PictureFileTests : IDisposable
{
    private const string Faces = "import('/app.js').then(({ state }) => state.drawn.faces)";

    // The number of pixels of the face that have the green of the lines of gaze.
    private const string Green = """
        import('/app.js').then(({ state }) => {
          const [x, y, w, h] = state.drawn.faces[0].box.map(side => Math.round(side * state.scale));
          const { data } = document.getElementById('picture').getContext('2d').getImageData(x, y, w, h);
          let count = 0;
          for (let i = 0; i < data.length; i += 4) if (data[i] < 130 && data[i + 1] > 235 && data[i + 2] < 150) count++;
          return count;
        })
        """;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [ProgramFact("chromium")]
    public async Task A_chosen_picture_is_drawn_with_landmarks_movements_and_gaze()
    {
        await using var server = await RunningServer.StartAsync();
        await using var visit = await PageVisit.StartAsync(server, null, PageVisit.NoCamera);
        await visit.ShowPictureAsync(Repository.Media("astronaut.png"));

        Assert.Equal(1, (await visit.EvaluateAsync(Faces)).GetArrayLength());
        var dots = await visit.EvaluateAsync("""
            import('/app.js').then(({ state }) => {
              const context = document.getElementById('picture').getContext('2d');
              const cell = at => Math.floor((at + 0.5) * state.scale);
              return state.drawn.faces[0].landmarks
                .filter(([x, y]) => Math.min(...context.getImageData(cell(x), cell(y), 1, 1).data.slice(0, 3)) > 150).length;
            })
            """);
        Assert.InRange(dots.GetInt32(), 55, 68);
        Assert.Equal("512 × 512", await visit.TextAsync("size"));
        Assert.True((await visit.EvaluateAsync("document.getElementById('notice').hidden")).GetBoolean());

        // Every bar shows the strength that the server sent, and names it.
        var bars = await visit.EvaluateAsync("""
            import('/app.js').then(({ state }) => [...document.querySelectorAll('.movements > li')].map(bar => ({
              shown: bar.querySelector('meter').value, label: bar.querySelector('meter').ariaLabel, visible: bar.offsetHeight > 0,
              sent: state.drawn.faces[0].blendshapes[bar.dataset.movement] })))
            """);
        Assert.InRange(bars.GetArrayLength(), 1, 8);
        foreach (var bar in bars.EnumerateArray())
        {
            Assert.Equal(bar.GetProperty("sent").GetDouble(), bar.GetProperty("shown").GetDouble(), 1e-6);
            Assert.Matches("^[A-Z][a-z ]+$", bar.GetProperty("label").GetString());
            Assert.True(bar.GetProperty("visible").GetBoolean());
        }
        await visit.ClickAsync("movements");
        Assert.Equal(0, (await visit.EvaluateAsync("document.querySelector('.movements').offsetHeight")).GetInt32());

        Assert.InRange((await visit.EvaluateAsync(Green)).GetInt32(), 4, 2000);
        await visit.ClickAsync("gaze");
        Assert.Equal(0, (await visit.EvaluateAsync(Green)).GetInt32());

        Assert.False((await visit.EvaluateAsync("document.getElementById('avatar').classList.contains('absent')")).GetBoolean());
        await visit.ShouldKeepToThePolicyAsync();
    }

    [ProgramFact("chromium")]
    public async Task A_gaze_points_to_the_side_that_its_angles_say_and_one_into_the_lens_is_a_point()
    {
        await using var server = await RunningServer.StartAsync();
        await using var visit = await PageVisit.StartAsync(server);
        var directions = await visit.EvaluateAsync("""
            import('/gaze.js').then(({ directionOf }) => [
              directionOf({ yaw: 30, pitch: 0 }, null),
              directionOf({ yaw: 0, pitch: 30 }, { translation: [0, 0, 50] }),
              directionOf({ yaw: 45, pitch: 0 }, { translation: [-50, 0, 50] })].map(([x, y]) => [x.toFixed(3), y.toFixed(3)].join()))
            """);
        // To the person's left is to the right of the picture, and up has a lower y.
        string[] expected = ["0.500,0.000", "0.000,-0.500", "0.000,0.000"];
        Assert.Equal(expected, directions.EnumerateArray().Select(direction => direction.GetString()!.Replace("-0.000", "0.000",
            StringComparison.Ordinal)));
    }

    [ProgramFact("chromium")]
    public async Task Files_that_cannot_be_shown_are_refused_with_a_notice()
    {
        await using var server = await RunningServer.StartAsync(new LandmarkServerOptions { MaxMessageBytes = 3000 });
        await using var visit = await PageVisit.StartAsync(server);
        await visit.ShouldRefuseAsync(folder.Write("notes.png", "no picture"), "This is not a picture");
        var huge = folder.File("huge.png");
        await using (var file = File.Create(huge))
            file.SetLength(65 << 20);
        await visit.ShouldRefuseAsync(huge, "The file is too large");
        await visit.ShouldRefuseAsync(Repository.Media("astronaut.png"), "The picture is too large");
        Assert.Equal("Stopped", await visit.TextAsync("connection"));
        await visit.ShouldKeepToThePolicyAsync();
    }

    [ProgramFact("chromium")]
    public async Task A_picture_is_reduced_to_the_size_that_the_server_allows()
    {
        await using var server = await RunningServer.StartAsync(new LandmarkServerOptions { MaxSide = 300 });
        await using var visit = await PageVisit.StartAsync(server);
        await visit.ShowPictureAsync(Repository.Media("astronaut.png"));
        Assert.Equal("300 × 300", await visit.TextAsync("size"));
        Assert.Equal(1, (await visit.EvaluateAsync(Faces)).GetArrayLength());
    }

    [ProgramFact("chromium")]
    public async Task A_picture_can_be_dropped_and_the_page_says_if_it_has_no_face()
    {
        await using var server = await RunningServer.StartAsync();
        await using var visit = await PageVisit.StartAsync(server);
        await visit.EvaluateAsync("""
            new Promise(resolve => document.createElement('canvas').toBlob(resolve)).then(blob => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([blob], 'empty.png'));
              document.getElementById('notice').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
            })
            """);
        await visit.UntilAsync("document.getElementById('state').innerText === 'No face was found in the picture.'");
        Assert.Equal("0", await visit.TextAsync("count"));
    }

    [ProgramFact("chromium")]
    public async Task On_a_phone_nothing_overflows_and_everything_is_large_enough_to_press()
    {
        await using var server = await RunningServer.StartAsync();
        await using var visit = await PageVisit.StartAsync(server);
        await visit.Browser.ShrinkAsync(360, 740);
        await visit.ShowPictureAsync(Repository.Media("astronaut.png"));
        var layout = await visit.EvaluateAsync("""
            ({ width: document.documentElement.scrollWidth,
               right: Math.max(...[...document.querySelectorAll('main *')].map(one => one.getBoundingClientRect().right)),
               low: [...document.querySelectorAll('button, label')].filter(one => one.offsetHeight < 44).map(one => one.innerText) })
            """);
        Assert.Equal(360, layout.GetProperty("width").GetInt32());
        Assert.InRange(layout.GetProperty("right").GetDouble(), 300, 360);
        Assert.Equal(0, layout.GetProperty("low").GetArrayLength());
    }
}
