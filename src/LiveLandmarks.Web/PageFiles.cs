using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace LiveLandmarks.Web;

/// <summary>Serves the page's files from this assembly, so no request can reach other files on the disk.</summary>
internal static class PageFiles
{
    private static readonly FileExtensionContentTypeProvider Types = new(new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    });

    /// <summary>Answers with a file, or with status 404 or 405.</summary>
    /// <param name="application">The application whose remaining requests are answered here.</param>
    public static void Serve(IApplicationBuilder application)
    {
        var files = new EmbeddedFileProvider(typeof(PageFiles).Assembly, $"{typeof(PageFiles).Namespace}.Page");
        application.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files, DefaultFileNames = ["index.html"] });
        application.UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = Types });
        application.Run(RefuseAsync);
    }

    private static Task RefuseAsync(HttpContext context)
    {
        var method = context.Request.Method;
        context.Response.StatusCode = HttpMethods.IsGet(method) || HttpMethods.IsHead(method)
            ? StatusCodes.Status404NotFound
            : StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }
}
