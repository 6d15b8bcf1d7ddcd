// Draws points straight from the buffers that the compute pass wrote: a quad a point, whose corners
// are looked up by vertex index. (Instanced quads cost 30 microseconds each on SwiftShader, these
// less than one.) The first two groups are pixi's.

struct GlobalUniforms {
  uProjectionMatrix: mat3x3f,
  uWorldTransformMatrix: mat3x3f,
  uWorldColorAlpha: vec4f,
  uResolution: vec2f,
}

struct LocalUniforms {
  uTransformMatrix: mat3x3f,
  uColor: vec4f,
  uRound: f32,
}

struct Cloud {
  // In world units.
  uRadius: f32,
  uProgress: f32,
  // How far they have come from their origins.
  uArrived: f32,
}

@group(0) @binding(0) var<uniform> globalUniforms: GlobalUniforms;
@group(1) @binding(0) var<uniform> localUniforms: LocalUniforms;
@group(2) @binding(0) var<uniform> cloud: Cloud;
@group(2) @binding(1) var<storage, read> positions: array<f32>;
@group(2) @binding(2) var<storage, read> previous: array<f32>;
@group(2) @binding(3) var<storage, read> colours: array<u32>;
@group(2) @binding(4) var<storage, read> origins: array<f32>;

struct Corner {
  @builtin(position) position: vec4f,
  @location(0) offset: vec2f,
  @location(1) @interpolate(flat) colour: vec4f,
}

@vertex
fn corner(@builtin(vertex_index) vertex: u32, @location(0) aOne: f32) -> Corner {
  let point = vertex / 4u;
  // Not a uniform: where code may not be evaluated, pixi writes only floats into those.
  let count = arrayLength(&colours);
  let offset = vec2f(f32(vertex & 1u), f32((vertex >> 1u) & 1u)) * 2.0 - 1.0;
  let before = vec2f(previous[point], previous[count + point]);
  let now = vec2f(positions[point], positions[count + point]);
  let origin = vec2f(origins[point], origins[count + point]);
  let there = mix(before, now, cloud.uProgress);
  let at = mix(origin, there, cloud.uArrived) + offset * cloud.uRadius;
  let transform =
    globalUniforms.uProjectionMatrix * globalUniforms.uWorldTransformMatrix * localUniforms.uTransformMatrix;
  let position = transform * vec3f(at, 1.0);
  let colour = unpack4x8unorm(colours[point]) * vec4f(1.0, 1.0, 1.0, aOne * localUniforms.uColor.a);
  return Corner(vec4f(position.xy, 0.0, 1.0), offset, colour);
}

@fragment
fn disc(point: Corner) -> @location(0) vec4f {
  let distance = length(point.offset);
  let edge = fwidth(distance);
  let alpha = point.colour.a * (1.0 - smoothstep(1.0 - edge, 1.0, distance));
  return vec4f(point.colour.rgb * alpha, alpha);
}
