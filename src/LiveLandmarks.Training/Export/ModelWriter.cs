using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiveLandmarks.Models;

namespace LiveLandmarks.Training.Export;

/// <summary>Writes a model in the form that the runtime reads: NAME.onnx, NAME.json (its manifest) and NAME.md (its card).</summary>
public static class ModelWriter
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>
    /// Writes the three files. They are written and checked in a temporary subfolder and then moved, the manifest last: a full disk leaves
    /// an earlier model of this name unchanged, and a manifest never appears before its model.
    /// </summary>
    /// <param name="folder">The output folder; made if it is missing.</param>
    /// <param name="model">The ONNX file's bytes.</param>
    /// <param name="manifest">The manifest; file name and hash are filled in here.</param>
    /// <param name="card">What the card says beyond the manifest.</param>
    /// <returns>Path of the manifest.</returns>
    /// <exception cref="ModelException">The files cannot be written, or the manifest is not valid.</exception>
    public static string Write(string folder, byte[] model, ModelManifest manifest, ModelCard card)
    {
        var name = manifest.Name;
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || name[0] == '.')
            throw new ModelException($"'{name}': a model's name is also its file name; use letters, digits, '-', '_' and '.'.");
        manifest = manifest with { File = $"{name}.onnx", Sha256 = Convert.ToHexStringLower(SHA256.HashData(model)) };

        string? scratch = null;
        try
        {
            Directory.CreateDirectory(folder);
            scratch = Path.Combine(folder, $".{name}.{Guid.NewGuid():n}");
            Directory.CreateDirectory(scratch);
            File.WriteAllBytes(Path.Combine(scratch, manifest.File), model);
            File.WriteAllText(Path.Combine(scratch, $"{name}.md"), card.ToMarkdown(manifest));
            File.WriteAllText(Path.Combine(scratch, $"{name}.json"), JsonSerializer.Serialize(manifest, Format) + "\n");
            ModelFile.Open(Path.Combine(scratch, $"{name}.json"));

            foreach (var file in (ReadOnlySpan<string>)[manifest.File, $"{name}.md", $"{name}.json"])
                File.Move(Path.Combine(scratch, file), Path.Combine(folder, file), overwrite: true);
            return Path.Combine(folder, $"{name}.json");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{folder}: model '{name}' cannot be written: {e.Message}", e);
        }
        finally
        {
            if (Directory.Exists(scratch))
                Directory.Delete(scratch, recursive: true);
        }
    }
}
