import fc from "fast-check";

/** One seed for every property, so that a run can be repeated; `npm run fuzz:properties` gives others. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED ?? 20_261_122) });
