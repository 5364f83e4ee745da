using Microsoft.AspNetCore.Http;

namespace LiveLandmarks.Web;

/// <summary>Decides who may have the page and the socket.</summary>
/// <param name="token">What a visitor must show; null for nothing.</param>
internal sealed class RequestGate(string? token)
{
    /// <summary>The parameter of an address that carries the token.</summary>
    public const string Parameter = "token";

    /// <summary>Looks at a request.</summary>
    /// <returns>Null to let it pass; else the HTTP status and one sentence.</returns>
    public (int Status, string Reason)? Refuse(HttpRequest request)
    {
        if (!IsOwnOrigin(request))
            return (StatusCodes.Status403Forbidden, "Another site asked for this.");
        if (token is not null && !AccessToken.Matches(token, ShownInAddress(request))
            && !AccessToken.Matches(token, request.Cookies[CookieName(request)]))
            return (StatusCodes.Status401Unauthorized, "Open the link that 'livelandmarks serve' printed: it carries the token.");
        return null;
    }

    /// <summary>
    /// Moves the token of a request that passed from the address, where it would stay in histories and on screens, into a cookie
    /// that scripts cannot read.
    /// </summary>
    /// <returns>Whether there was one to move; the answer is then a redirection.</returns>
    public bool TakeTokenFromAddress(HttpContext context)
    {
        if (token is null || ShownInAddress(context.Request) is null)
            return false;
        // Not strict: the link may be followed from a mail, and the socket is guarded by its origin as well.
        context.Response.Cookies.Append(CookieName(context.Request), token, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        context.Response.Redirect("/");
        return true;
    }

    /// <summary>Cookies are shared by all ports of a machine.</summary>
    private static string CookieName(HttpRequest request) => $"livelandmarks-{request.HttpContext.Connection.LocalPort}";

    private static string? ShownInAddress(HttpRequest request) => request.Query[Parameter] is [{ } shown] ? shown : null;

    /// <summary>Browsers send an origin with every socket; programs need none.</summary>
    private static bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        return origin.Count == 0 || (
            origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
