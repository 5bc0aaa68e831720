import { html } from "hono/html";

/** A part of a page: text that was put into it is escaped. */
export type Html = ReturnType<typeof html>;

/** A whole page. */
export function page(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Helpdesk</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">To the content</a>
        <header><a href="/">Helpdesk</a><span>lamp-shop</span></header>
        <main id="main">${content}</main>
      </body>
    </html>`;
}

/** A page that says one thing. */
export function messagePage(title: string, text: string): Html {
  return page(title, html`<h1>${title}</h1><p>${text}</p><p><a href="/">All cases</a></p>`);
}

/** A word of a closed list as people read it. */
export function words(word: string | null | undefined): string {
  return (word ?? "not known").replaceAll("_", " ");
}

/** An instant, in UTC. */
export function moment(at: string | null | undefined): Html | string {
  if (!at) return "not known";
  const text = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(new Date(at));
  return html`<time datetime="${at}">${text} UTC</time>`;
}
