using Microsoft.AspNetCore.Http;

namespace LiveLandmarks.Web;

/// <summary>The page's files, from this assembly: there is no folder to break out of.</summary>
internal sealed class PageFiles
{
    private const string Folder = "Page/";
    private const string Index = "index.html";

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private readonly Dictionary<string, byte[]> files = typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(name => "/" + name[Folder.Length..], Read, StringComparer.Ordinal);

    /// <summary>Answers with a file, or that there is none.</summary>
    /// <param name="context">The request and its response.</param>
    public async Task SendAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        var path = request.Path == "/" ? "/" + Index : request.Path.Value ?? "";
        if (!files.TryGetValue(path, out var content))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        response.ContentType = Types[Path.GetExtension(path)];
        response.ContentLength = content.Length;
        if (HttpMethods.IsGet(request.Method))
            await response.Body.WriteAsync(content, context.RequestAborted);
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
