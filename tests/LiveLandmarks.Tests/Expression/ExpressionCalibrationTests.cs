using LiveLandmarks.Expression;

namespace LiveLandmarks.Tests.Expression;

public class ExpressionCalibrationTests
{
    [Fact]
    public void A_saved_calibration_is_read_back()
    {
        using var folder = new TempFolder();
        var (rests, peaks) = (new float[Blendshapes.Count], new float[Blendshapes.Count]);
        peaks.AsSpan().Fill(1);
        (rests[(int)Blendshape.JawOpen], peaks[(int)Blendshape.JawOpen]) = (0.125f, 0.75f);
        using (var file = File.Create(folder.File("anna.json")))
            new ExpressionCalibration(rests, peaks).Write(file);
        var read = ExpressionCalibration.Read(folder.File("anna.json"));
        Assert.Equal((0.125f, 0.75f), (read.Rest(Blendshape.JawOpen), read.Peak(Blendshape.JawOpen)));
        Assert.Equal((0, 1), (read.Rest(Blendshape.CheekPuff), read.Peak(Blendshape.CheekPuff)));
    }

    [Theory]
    [InlineData("{", "not a calibration")]
    [InlineData("{\"jawOpen\": [0.9, 0.2]}", "'jawOpen'")]
    [InlineData("{\"jawOpen\": [0.1]}", "'jawOpen'")]
    [InlineData("{\"nod\": [0, 1]}", "'nod'")]
    [InlineData("{\"99\": [0, 1]}", "'99'")]
    [InlineData("{\"jawOpen\": null}", "'jawOpen'")]
    public void A_damaged_file_is_an_input_error_that_names_it(string text, string part)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("anna.json"), text);
        var error = Assert.Throws<InputException>(() => ExpressionCalibration.Read(folder.File("anna.json")));
        Assert.Contains(folder.File("anna.json"), error.Message, StringComparison.Ordinal);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_anything_is_learned_movements_stay_as_they_are() => Assert.All(
        Enum.GetValues<Blendshape>(), movement => Assert.Equal(
            (0, 1), (ExpressionCalibration.Unlearned.Rest(movement), ExpressionCalibration.Unlearned.Peak(movement))));
}
