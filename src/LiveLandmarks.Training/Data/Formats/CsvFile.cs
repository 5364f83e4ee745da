using nietras.SeparatedValues;

namespace LiveLandmarks.Training.Data.Formats;

/// <summary>Reads comma-separated values with Sep: fields may be quoted, and spaces around them are left out.</summary>
internal static class CsvFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Takes header and rows. A row may have another number of fields than the header.</param>
    /// <exception cref="InputException">It cannot be read, or is no table.</exception>
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
            // Two columns of one name, or a quotation mark that is never closed.
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
