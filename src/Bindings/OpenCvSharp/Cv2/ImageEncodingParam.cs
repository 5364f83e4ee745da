namespace OpenCvSharp;

/// <summary>A parameter of an image encoder and its value.</summary>
public record ImageEncodingParam
{
    /// <summary>Creates a parameter.</summary>
    public ImageEncodingParam(ImwriteFlags id, int value)
    {
        EncodingId = id;
        Value = value;
    }

    /// <summary>The parameter.</summary>
    public ImwriteFlags EncodingId { get; }

    /// <summary>Its value.</summary>
    public int Value { get; }

    /// <summary>The parameters as OpenCV takes them, each followed by its value.</summary>
    internal static int[] Flatten(ImageEncodingParam[] parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters, "prms");
        return [.. parameters.SelectMany(static p => new[] { (int)p.EncodingId, p.Value })];
    }
}
