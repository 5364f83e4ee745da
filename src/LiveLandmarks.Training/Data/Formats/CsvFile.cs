using nietras.SeparatedValues;

namespace LiveLandmarks.Training.Data.Formats;

/// <summary>Reads comma-separated values with Sep: fields may be quoted, and spaces around them are removed.</summary>
internal static class CsvFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Receives header and rows. The number of fields in a row may differ from the header's.</param>
    /// <exception cref="InputException">The file cannot be read, or is not a table.</exception>
    public static void Read(string path, Action<SepReader> read)
    {
        try
        {
            using var reader = Sep.New(',').Reader(options => options with
            {
                Unescape = true,
                Trim = SepTrim.Outer,
                DisableColCountCheck = true,
                DisableFastFloat = true,
            }).FromFile(path);
            read(reader);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidDataException)
        {
            // Two columns with the same name, or a quotation mark that is never closed.
            throw new InputException($"{path}: not a table of comma-separated values: {e.Message.ReplaceLineEndings(" ")}", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path}: no such file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
    }
}
