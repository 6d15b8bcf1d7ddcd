/** The package's ES module, by name: its `main` is CommonJS that Node takes for a module. */
declare module 'wgsl_reflect/wgsl_reflect.module.js' {
  export { WgslReflect } from 'wgsl_reflect';
}
