/** The templates that pages fill themselves, compiled when the site is built. */
declare module "report:templates" {
  const templates: Record<string, unknown>;
  export default templates;
}
