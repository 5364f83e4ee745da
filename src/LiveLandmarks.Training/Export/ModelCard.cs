using System.Globalization;
using System.Text;
using System.Text.Json;
using LiveLandmarks.Models;

namespace LiveLandmarks.Training.Export;

/// <summary>The text that comes with a model: the manifest in readable form, and what only a person can add.</summary>
/// <param name="Summary">What the model is, in a sentence or two: architecture and purpose.</param>
/// <param name="Limits">Where it fails, and who is rare in its training data.</param>
/// <param name="Reproduction">The command that measured the accuracy; null for none.</param>
public sealed record ModelCard(string Summary, string Limits, string? Reproduction = null)
{
    /// <summary>The card as Markdown.</summary>
    /// <param name="manifest">The model's manifest.</param>
    public string ToMarkdown(ModelManifest manifest)
    {
        var (input, output) = (manifest.Input, manifest.Output);
        var text = new StringBuilder();
        Line($"# {manifest.Name}");
        Line($"");
        Line($"{Summary} It has {manifest.ParametersInMillions:0.00} million weights.");
        Line($"");
        Line($"| | |");
        Line($"|---|---|");
        if (manifest.Kind == ModelKind.Expression)
        {
            Line($"| input | `{input.Name}` [N, {input.Size}], as `ExpressionFeatures` writes it |");
            var gaze = manifest.Gaze ? "; yaw and pitch of the gaze" : "";
            Line($"| output | `{output.Name}` [N, {output.Channels}]: {manifest.Movements?.Count} movements, 0 to 1{gaze} |");
        }
        else
        {
            var shape = $"[N, 3, {input.Size}, {input.Size}]";
            Line($"| input | `{input.Name}` {shape}, {input.Color}, 0 to {255 * input.Scale:0.###}, black outside the picture |");
            Line($"| output | `{output.Name}` [N, {output.Channels}, {output.Size}, {output.Size}] |");
        }
        if (manifest.Scheme is { } scheme)
            Line($"| landmarks | {scheme} |");
        if (manifest.Crop is { } crop)
        {
            Line($"| crop from landmarks | square; center of their bounding box, side {crop.LandmarkFactor:0.###} × its longer side |");
            var center = FormattableString.Invariant($"center (x + w/2, y + {crop.BoxCenterY:0.###} h)");
            Line($"| crop from a detector's box (x, y, w, h) | {center}, side {crop.BoxFactor:0.###} × (w + h)/2 |");
            Line($"| decoding | {JsonNamingPolicy.KebabCaseLower.ConvertName(manifest.Decoding.ToString())} |");
        }
        if (manifest.Kind != ModelKind.Expression)
            Line($"| least score | {manifest.MinimumScore:0.###} |");
        Line($"");
        Line($"## Accuracy");
        if (Reproduction is not null)
            Line($"Measured with `{Reproduction}`.");
        Line($"");
        Line($"| pictures and protocol | metric | value |");
        Line($"|---|---|---|");
        foreach (var figure in manifest.Accuracy)
            Line($"| {figure.Test} | {figure.Metric} | {figure.Value:0.##} |");
        Line($"");
        Line($"## Training data, license, limits");
        Line($"Trained on {manifest.TrainingData}. License of the weights: {manifest.License}.");
        Line($"");
        Line($"{Limits}");
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
