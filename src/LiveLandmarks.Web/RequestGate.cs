using Microsoft.AspNetCore.Http;

namespace LiveLandmarks.Web;

/// <summary>Decides who may open the page and the socket.</summary>
/// <param name="token">The token that a visitor must present; null for none.</param>
internal sealed class RequestGate(string? token)
{
    /// <summary>The query parameter that carries the token.</summary>
    public const string Parameter = "token";

    /// <summary>Checks a request.</summary>
    /// <returns>Null to let the request pass; else the HTTP status and one sentence.</returns>
    public (int Status, string Reason)? Refuse(HttpRequest request)
    {
        if (!IsOwnOrigin(request))
            return (StatusCodes.Status403Forbidden, "Requests from other sites are refused.");
        if (token is not null && !AccessToken.Matches(token, ShownInAddress(request))
            && !AccessToken.Matches(token, request.Cookies[CookieName(request)]))
            return (StatusCodes.Status401Unauthorized, "Open the link that 'livelandmarks serve' printed; it contains the token.");
        return null;
    }

    /// <summary>
    /// Moves the token of an accepted request from the address, where it would stay visible on screen and in the history, into a cookie
    /// that scripts cannot read.
    /// </summary>
    /// <returns>Whether the address had a token; the answer is then a redirection.</returns>
    public bool TakeTokenFromAddress(HttpContext context)
    {
        if (token is null || ShownInAddress(context.Request) is null)
            return false;
        // Not strict, since the link may be followed from an e-mail. The check of the origin also protects the socket.
        context.Response.Cookies.Append(CookieName(context.Request), token, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        context.Response.Redirect("/");
        return true;
    }

    /// <summary>The cookie's name contains the port, since all ports of a machine share their cookies.</summary>
    private static string CookieName(HttpRequest request) => $"livelandmarks-{request.HttpContext.Connection.LocalPort}";

    private static string? ShownInAddress(HttpRequest request) => request.Query[Parameter] is [{ } shown] ? shown : null;

    /// <summary>Whether a request comes from this page. Browsers send an origin with every socket; other programs need not.</summary>
    private static bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        return origin.Count == 0 || (
            origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
