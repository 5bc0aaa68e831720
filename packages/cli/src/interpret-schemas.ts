import * as z from "zod";

// A schema that is used a few times is checked sooner than a function of its own is compiled, and no code is made from text.
z.config({ jitless: true });
