import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToText, isHtml } from "./html-to-text.js";
import { stripQuotedText } from "./strip-quoted-text.js";

describe("isHtml", () => {
  it("sees documents, breaks and pairs of tags", () => {
    for (const html of ["<!DOCTYPE html><p>x", " <html><body>x", "a<br>b", "a<br/>b", "<p>x</p>", '<DIV dir="auto">x</DIV>', "<b>x</b>"])
      expect(isHtml(html), html).toBe(true);
  });

  it("leaves texts alone that only hold angle brackets", () => {
    for (const text of [
      "I <3 it",
      "a < b and c > d",
      "Shop <help@shop.example>",
      "<b> is a tag",
      "</p>",
      "<order 1001>",
      "x",
      "<p>a</div>",
    ])
      expect(isHtml(text), text).toBe(false);
  });
});

describe("htmlToText", () => {
  it.each([
    ["<p>One</p><p>Two</p>", "One\n\nTwo"],
    ["<div>One</div><div>Two<br>Three</div>", "One\nTwo\nThree"],
    ["a<br><br>b", "a\n\nb"],
    ["Fish &amp; chips &lt;3 &#x20AC;5 &nbsp;now &#128230;", "Fish & chips <3 €5  now 📦"],
    ["  a \n  b  ", "a b"],
    ["<pre>a\n  b</pre>", "a\n  b"],
    ["<ul><li>One</li><li>Two</li></ul>", "- One\n- Two"],
    ["<table><tr><td>Order</td><td>1001</td></tr><tr><td>x</td></tr></table>", "Order 1001\nx"],
    ["Hi<script>alert('<p>x</p>')</script><style>p{}</style> there", "Hi there"],
    ["<head><title>T</title></head><body>Text</body>", "Text"],
    ["<head><title>T</title><body>Text", "Text"],
    ['<div style="display:none">preview</div>Text<span hidden>x</span>', "Text"],
    ['Thanks <img alt="👍" src="x"><img alt="logo">', "Thanks 👍"],
    ["<b>bold</b> <i>and</i> plain", "bold and plain"],
    ["<!-- c --><p>x</p><![CDATA[y]]>", "x"],
    ["</div>x</p>", "x"],
    ["", ""],
  ])("reads %j", (html, text) => expect(htmlToText(html)).toBe(text));

  it("marks what mail programs quote, and what follows the quote as the writer's", () => {
    expect(htmlToText("<p>New</p><blockquote><div>Old<br>older</div></blockquote><p>Below</p>")).toBe("New\n\n> Old\n> older\n\nBelow");
    const gmail =
      '<div dir="ltr">No.</div><div class="gmail_quote"><div class="gmail_attr">On Mar 3, 2026, Shop wrote:</div><blockquote>It <div>came</div>?</blockquote></div>';
    expect(stripQuotedText(htmlToText(gmail))).toMatchObject({ text: "No.", signature: "" });
    expect(stripQuotedText(htmlToText('Still broken<div id="x" class="a yahoo_quoted">Old</div>')).text).toBe("Still broken");
  });

  it("never gives a tag's inside, whatever the nesting", () => {
    const tag = fc.constantFrom(
      "<div>",
      "</div>",
      "<p>",
      "</p>",
      "<blockquote>",
      "</blockquote>",
      "<b>",
      "</b>",
      "<br>",
      "<ul>",
      "<li>",
      "<td class='gmail_quote'>",
      "</td>",
      "<pre>",
      "</pre>",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, fc.constantFrom("word", " ", "\n")), { maxLength: 40 }), (pieces) => {
        const text = htmlToText(pieces.join(""));
        expect(text).not.toMatch(/[<]/);
        expect(text.split("word")).toHaveLength(pieces.filter((piece) => piece === "word").length + 1);
      }),
    );
  });

  it("finishes on a megabyte of hostile input", () => {
    for (const unit of [
      "<",
      "<a>",
      "<a></b>",
      "<blockquote>",
      "</p>",
      "&amp",
      "<div hidden>",
      "<script>",
      "<a b='",
      "<br>",
      "<pre>\n",
      "x ",
    ]) {
      expect(typeof htmlToText(unit.repeat(Math.ceil(1_000_000 / unit.length)))).toBe("string");
      expect(typeof isHtml(unit.repeat(Math.ceil(1_000_000 / unit.length)))).toBe("boolean");
    }
  });
});
